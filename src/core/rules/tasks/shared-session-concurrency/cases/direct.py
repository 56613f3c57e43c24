# file: app/report.py
import asyncio

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

sessions = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))
router = APIRouter()


async def get_db():
    async with sessions() as db:
        yield db


@router.get("/report")
async def report(db=Depends(get_db)):
    one, two = await asyncio.gather(db.execute(select(1)), db.execute(select(2)))  # expect: shared-session-concurrency
    return one.scalar(), two.scalar()


async def job():
    async with sessions() as db:
        await asyncio.gather(*(db.execute(select(number)) for number in range(3)))  # expect: shared-session-concurrency
