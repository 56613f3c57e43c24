# file: app/models.py
from datetime import datetime

from sqlalchemy import DateTime, ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class SoftDelete:
    deleted_at: Mapped[datetime | None] = mapped_column(DateTime)

    @classmethod
    def alive(cls):
        return cls.deleted_at.is_(None)


class Book(SoftDelete, Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(80))
    author_id: Mapped[int] = mapped_column(ForeignKey("authors.id"))
    is_deleted: Mapped[bool] = mapped_column(default=False)


class Author(Base):
    __tablename__ = "authors"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
# file: app/shelf.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Book


class Shelf:
    def __init__(self, db: AsyncSession):
        self.db = db

    async def one(self, book_id: int):
        return await self.db.scalar(select(Book).where(Book.id == book_id, ~Book.is_deleted))

    async def by_title(self, title: str):
        query = select(Book).where(Book.title == title)
        query = query.where(Book.is_deleted.is_(False))
        return await self.db.scalar(query)

    async def first(self):
        return await self.db.scalar(select(Book).filter_by(is_deleted=False).limit(1))

    async def newest(self):
        conditions = [Book.id > 5]
        conditions.append(Book.alive())
        return await self.db.scalar(select(Book).where(*conditions).order_by(Book.id.desc()))
# file: app/other.py
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.helpers import visible
from app.models import Author, Book


def checked_after_loading(db: Session, book_id: int):
    book = db.get(Book, book_id)
    return None if book is None or book.is_deleted else book


def with_a_choice(db: Session, include_deleted: bool = False):
    query = select(Book)
    if not include_deleted:
        query = query.where(Book.alive())
    return db.scalars(query).all()


def through_a_helper(db: Session):
    return db.scalars(visible(select(Book))).all()


def with_conditions_from_elsewhere(db: Session, *conditions):
    return db.scalars(select(Book).where(*conditions)).all()


def restore(db: Session, book_id: int):
    db.scalar(select(Book).where(Book.id == book_id)).deleted_at = None


def is_title_taken(db: Session, title: str) -> bool:
    return db.scalar(select(Book).where(Book.title == title)) is not None


def count(db: Session) -> int:
    return db.scalar(select(func.count(Book.id)))


def purge(db: Session, limit: int):
    for book in db.scalars(select(Book).limit(limit)):
        db.delete(book)


def authors(db: Session, title: str):
    return db.scalars(select(Author).join(Book, Book.author_id == Author.id).where(Book.title == title))


def of_a_row(db: Session, loan):
    return db.scalar(select(Book).where(Book.id == loan.book_id))


def for_support(db: Session, title: str):
    """Also gives deleted books."""
    return db.scalars(select(Book).where(Book.title == title)).all()


def for_the_desk(db: Session, title: str):
    # A deleted book still stands on the shelf.
    return db.scalars(select(Book).where(Book.title == title)).all()
# file: app/helpers.py
from app.models import Book


def visible(query):
    return query.where(~Book.is_deleted)
# file: tests/test_books.py
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Book


def test_deletion(db: Session):
    assert db.scalars(select(Book)).all()
