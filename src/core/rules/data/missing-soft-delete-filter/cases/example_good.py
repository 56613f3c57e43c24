# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column()
    is_deleted: Mapped[bool] = mapped_column(default=False)
# file: app/books.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Book


class BookRepository:
    def __init__(self, db: AsyncSession):
        self.db = db

    async def get(self, book_id: int):
        query = select(Book).where(Book.id == book_id, Book.is_deleted.is_(False))
        return await self.db.scalar(query)

    async def page(self, offset: int):
        query = select(Book).where(Book.is_deleted.is_(False)).offset(offset).limit(20)
        return (await self.db.scalars(query)).all()

    async def newest(self):
        query = select(Book).where(Book.is_deleted.is_(False)).order_by(Book.id.desc())
        return await self.db.scalar(query.limit(1))

    async def by_title(self, title: str):
        query = select(Book).where(Book.title == title, Book.is_deleted.is_(False))
        return (await self.db.scalars(query)).all()
