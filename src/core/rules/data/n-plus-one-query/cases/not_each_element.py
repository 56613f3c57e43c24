from itertools import batched
from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from app.models import Author, Book


async def in_batches(db: AsyncSession, ids: list[int]):
    for batch in batched(ids, 500):
        await db.execute(delete(Book).where(Book.id.in_(batch)))


async def by_kind(db: AsyncSession, groups: dict[str, list[int]]):
    for kind, ids in groups.items():
        await db.scalars(select(Book).where(Book.id.in_(ids)))


async def by_table(db: AsyncSession, models: list):
    for model in models:
        await db.execute(delete(model))


async def by_name(db: AsyncSession, tables: list[str]):
    for table in tables:
        await db.execute(text(f"TRUNCATE {table}"))


async def free_name(db: AsyncSession, name: str):
    for number in range(1000):
        if await db.scalar(select(Book).where(Book.title == f"{name} {number}")) is None:
            return number


async def consume(db: AsyncSession, queue):
    async for message in queue.listen():
        await db.get(Book, message.book_id)


async def first(db: AsyncSession, ids: list[int]):
    for book_id in ids:
        return await db.get(Book, book_id)


async def pages(db: AsyncSession, last: int):
    while last:
        books = (await db.scalars(select(Book).where(Book.id > last).limit(100))).all()
        last = books[-1].id if books else 0


async def walk(db: AsyncSession, data: dict):
    for key, value in data.items():
        if isinstance(value, dict):
            await walk(db, value)
        elif key == "author":
            data[key] = load(value)


def load(value): ...
