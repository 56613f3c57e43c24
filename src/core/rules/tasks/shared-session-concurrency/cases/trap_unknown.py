# file: app/jobs.py
import asyncio

from elsewhere import Users, load
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


async def one(session, number):
    await session.execute(number)


async def sync(session: Session, number: int):
    session.execute(number)


async def run(db: AsyncSession, other: Session, users: Users):
    await asyncio.gather(load(db), load(db))
    await asyncio.gather(users.all(), users.all())
    await asyncio.gather(*[one(db, number) for number in range(3)])
    await asyncio.gather(*[sync(other, number) for number in range(3)])
