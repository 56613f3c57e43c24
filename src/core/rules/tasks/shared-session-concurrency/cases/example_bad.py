# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"

    id: Mapped[int] = mapped_column(primary_key=True)


# file: app/shop.py
import asyncio

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Book


async def count_books(session: AsyncSession) -> int:
    return await session.scalar(select(func.count(Book.id)))


async def newest_book(session: AsyncSession) -> Book | None:
    return await session.scalar(select(Book).order_by(Book.id.desc()).limit(1))


async def overview(session: AsyncSession) -> tuple[int, Book | None]:
    count, newest = await asyncio.gather(count_books(session), newest_book(session))  # expect: shared-session-concurrency
    return count, newest
