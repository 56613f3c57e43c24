# file: app/jobs.py
import asyncio

import httpx
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

sessions = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


async def one(number: int):
    async with sessions() as db:
        return await db.execute(select(number))


async def with_factory(factory: async_sessionmaker[AsyncSession], number: int):
    async with factory() as db:
        await db.execute(select(number))


async def fetch(client: httpx.AsyncClient, url: str):
    return await client.get(url)


async def run(db: AsyncSession, urls: list[str]):
    async with httpx.AsyncClient() as client:
        await asyncio.gather(*[fetch(client, url) for url in urls])
    await asyncio.gather(*[one(number) for number in range(3)])
    await asyncio.gather(*[with_factory(sessions, number) for number in range(3)])
    await asyncio.gather(db.execute(select(1)), one(2))
    for number in range(3):
        async with sessions() as own:
            await asyncio.gather(own.execute(select(number)))
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            own = sessions()
            group.create_task(own.execute(select(number)))
