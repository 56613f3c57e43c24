from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from app.models import Author, Book

sessions = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


async def get_db():
    async with sessions() as session:
        yield session


async def with_sessions(ids: list[int]):
    for book_id in ids:
        async with sessions() as db:
            await db.get(Book, book_id)


async def with_savepoints(db: AsyncSession, ids: list[int]):
    for book_id in ids:
        async with db.begin_nested():
            await db.get(Book, book_id)


async def once():
    async for db in get_db():
        await db.scalars(select(Book))
