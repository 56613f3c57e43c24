# file: tests/test_orders.py
from unittest.mock import AsyncMock

from sqlalchemy.ext.asyncio import AsyncSession


async def test_order_is_stored() -> None:
    session = AsyncMock(spec=AsyncSession)  # expect: mocked-database
    await OrderService(session).create(name="Tea")
    session.add.assert_called_once()
