# file: app/db.py
from typing import NewType

from sqlalchemy.ext.asyncio import AsyncSession as _AsyncSession

ReadSession = NewType("ReadSession", _AsyncSession)
WriteSession = NewType("WriteSession", ReadSession)
# file: tests/test_orders.py
from unittest import mock
from unittest.mock import AsyncMock as Mocked, patch

import pytest

from app.db import WriteSession


@pytest.fixture
def mock_session():
    session = Mocked()  # expect: mocked-database
    session.execute.return_value = [1]
    return session


class TestOrders:
    def setup_method(self):
        self.db = mock.MagicMock()  # expect: mocked-database

    async def test_saved(self):
        await save(self.db)
        self.db.commit.assert_awaited_once()

    async def test_written(self):
        await save(Mocked(spec=WriteSession))  # expect: mocked-database

    @patch("app.db.WriteSession.commit", side_effect=[None, None])  # expect: mocked-database
    @patch("app.db.WriteSession.execute")  # expect: mocked-database
    async def test_results(self, execute, commit):
        execute.side_effect = ValueError
        execute.return_value = [1]
