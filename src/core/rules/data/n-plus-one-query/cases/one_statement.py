from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from app.models import Book


async def read(db: AsyncSession, ids: list[int], registry: dict[int, str]):
    rows = (await db.scalars(select(Book).where(Book.id.in_(ids)))).all()
    by_id = {row.id: row for row in rows}
    for book_id in ids:
        by_id.get(book_id)
        registry.get(book_id)
        db.add(Book(id=book_id))
    await db.commit()
