from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Author, Book


async def read_books(db: AsyncSession) -> list[tuple[str, str]]:
    books = (await db.scalars(select(Book).limit(50))).all()
    result = []
    for book in books:
        author = await db.get(Author, book.author_id)  # expect: n-plus-one-query
        result.append((book.title, author.name))
    return result
