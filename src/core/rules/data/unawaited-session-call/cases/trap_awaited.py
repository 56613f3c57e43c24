# file: app/repository.py
import asyncio

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import User


class Repository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    def get(self, key: int):
        return self.session.get(User, key)

    async def all(self):
        pending = self.session.execute(select(User))
        result = await pending
        self.session.add(User())
        task = asyncio.create_task(self.session.commit())
        await task
        await asyncio.wait_for(self.session.flush(), timeout=1)
        async with self.session.begin():
            first = (await self.session.scalars(select(User))).first()
        return result.scalars().all(), first, lambda: self.session.rollback()

    async def stream(self):
        async for row in await self.session.stream_scalars(select(User)):
            yield row
