# file: tests/test_faults.py
from unittest.mock import patch
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession


async def test_commit_fails(session, mocker):
    with patch.object(AsyncSession, "commit", side_effect=OperationalError):
        pass
    with patch.object(session, "flush") as failing:
        failing.side_effect = OperationalError
    mocker.patch.object(session, "execute", wraps=session.execute)
