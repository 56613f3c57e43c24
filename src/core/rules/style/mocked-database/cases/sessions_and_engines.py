# file: app/__init__.py
# file: app/db.py
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from databases import Database

engine = create_async_engine("sqlite://")
make_session = async_sessionmaker(engine)


class Holder:
    def __init__(self):
        self.database = Database("sqlite://")


holder = Holder()
# file: app/start.py
from sqlmodel import Session
from app.db import holder
# file: tests/test_db.py
from unittest.mock import MagicMock, patch


class TestAll:
    async def test_one(self):
        with (
            patch("app.start.Session", return_value=MagicMock()),  # expect: mocked-database
            patch("app.db.engine"),  # expect: mocked-database
            patch("app.db.make_session", new=MagicMock()),  # expect: mocked-database
        ):
            pass

    @patch("app.start.holder.database.connection")  # expect: mocked-database
    async def test_two(self, connection):
        with patch.object(self.db, "fetch_one") as fetch_one:  # expect: mocked-database
            fetch_one.return_value = 1
