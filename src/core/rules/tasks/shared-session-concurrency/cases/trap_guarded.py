# file: app/jobs.py
import asyncio

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


class Store:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.lock = asyncio.Lock()

    async def save(self, row) -> None:
        async with self.lock:
            self.session.add(row)
            await self.session.flush()

    async def notify(self, row) -> None:
        # Only looks at it.
        self.session.add(row)

    async def all(self, rows) -> None:
        await asyncio.gather(*[self.save(row) for row in rows])
        await asyncio.gather(*[self.notify(row) for row in rows])


async def two(read: AsyncSession, write: AsyncSession) -> None:
    await asyncio.gather(read.execute(select(1)), write.execute(select(2)))
    first = read.execute(select(1))
    await first
    await asyncio.gather(write.commit())


async def several(sessions: list[AsyncSession]) -> None:
    await asyncio.gather(*[session.commit() for session in sessions])
