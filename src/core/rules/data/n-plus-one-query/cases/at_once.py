import asyncio
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from app.models import Author, Book


async def author_of(db: AsyncSession, book: Book):
    return await db.get(Author, book.author_id)


async def authors(db: AsyncSession):
    books = (await db.scalars(select(Book))).all()
    return await asyncio.gather(*[author_of(db, book) for book in books])  # expect: n-plus-one-query


async def authors_of_ids(db: AsyncSession):
    ids = []
    for book in (await db.scalars(select(Book))).all():
        ids.append(book.author_id)
    found = []
    for author_id in ids:
        found.append(await db.scalar(select(Author).where(Author.id == author_id)))  # expect: n-plus-one-query
    return found
