# file: shop/repositories/books.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.models import Book


class BookRepository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def get(self, book_id: int) -> Book | None:
        return await self.session.scalar(select(Book).where(Book.id == book_id))
# file: shop/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
