# file: app/db.py
from sqlalchemy.ext.asyncio import AsyncSession
# file: tests/test_http.py
from unittest.mock import AsyncMock, MagicMock, patch

import app.db


async def test_http():
    session = AsyncMock()
    session.get.return_value = 1
    db = MagicMock()
    db.workflows.get_all.return_value = []
    cursor = MagicMock()
    cursor.execute.assert_called_once()


async def test_other_session():
    mock_session = MagicMock()
    mock_session.close.assert_called_once()


class TestFaults:
    @patch("app.db.AsyncSession.commit", side_effect=OSError("gone"))
    @patch("os.getenv", new=lambda name: name)
    @patch.object(app.db.AsyncSession, "flush")
    async def test_fails(self, flush, commit, session):
        flush.side_effect = app.db.Broken
