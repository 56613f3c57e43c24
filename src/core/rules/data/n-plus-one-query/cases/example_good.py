from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from app.models import Book


async def read_books(db: AsyncSession) -> list[tuple[str, str]]:
    query = select(Book).options(joinedload(Book.author)).limit(50)
    books = (await db.scalars(query)).all()
    return [(book.title, book.author.name) for book in books]
