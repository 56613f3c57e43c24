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
# file: app/search.py
import sqlalchemy as sa
from sqlalchemy import select as choose
from sqlalchemy.orm import Session

from app import models
from app.helpers import first_of
from app.models import Book as Volume


def search(db: Session, words: str):
    return db.scalars(sa.select(models.Book).where(models.Book.title == words)).all()  # expect: missing-soft-delete-filter


def search_again(db: Session, words: str):
    return db.query(Volume).filter(Volume.title == words).all()  # expect: missing-soft-delete-filter


def of_author(db, author_id: int):
    query = choose(Volume).where(Volume.author_id == author_id)  # expect: missing-soft-delete-filter
    return first_of(db, query)


def rename(db: Session, book_id: int, title: str):
    book = db.get(Volume, book_id)  # expect: missing-soft-delete-filter
    book.title = title
    db.commit()
# file: app/helpers.py
def first_of(db, query):
    return db.scalars(query).first()
# file: app/more.py
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Book


def a(db: Session):
    return db.scalars(select(Book).where(~Book.is_deleted, Book.id > 1)).all()


def b(db: Session):
    return db.scalars(select(Book).where(~Book.is_deleted, Book.id > 2)).all()


def c(db: Session):
    return db.scalars(select(Book).where(~Book.is_deleted, Book.id > 3)).all()


def d(db: Session):
    return db.scalars(select(Book).where(~Book.is_deleted, Book.id > 4)).all()


def e(db: Session):
    return db.scalars(select(Book).where(~Book.is_deleted, Book.id > 5)).all()


def f(db: Session):
    return db.scalars(select(Book).where(~Book.is_deleted, Book.id > 6)).all()


def g(db: Session):
    return db.scalars(select(Book).where(~Book.is_deleted, Book.id > 7)).all()


def h(db: Session):
    return db.scalars(select(Book).where(~Book.is_deleted, Book.id > 8)).all()
