import asyncio as aio
from anyio import fail_after

STATUS_OPEN = 'open'
TIMEOUT = 5


class Service:
    async def load(self, order, session):
        if order.order_status == "open":  # expect: magic-value
            await aio.wait_for(order.load(), 5)  # expect: magic-value
        with fail_after(7):  # expect: magic-value
            await session.execute(select(Order).limit(50))  # expect: magic-value

    async def _reload(self, order, session):
        await session.execute(select(Order).limit(20))  # expect: magic-value
        order.update(state="open", status="lost")

    async def close(self, order):
        if order.status == "lost and found":  # expect: magic-value
            return True
        return order.status == 'lost and found'  # expect: magic-value
