async def test_order_is_stored(session: AsyncSession) -> None:
    order = await OrderService(session).create(name="Tea")
    assert await session.get(Order, order.id) is not None
