# file: shop/models.py
from sqlalchemy import Column, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]


class Author(Base):
    __tablename__ = "authors"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Authorship(Base):
    __tablename__ = "authorships"
    book_id: Mapped[int] = mapped_column(ForeignKey("books.id"), primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("authors.id"), primary_key=True)
# file: app/repositories/base.py
from abc import ABC, abstractmethod
from typing import Generic, Protocol, TypeVar

from shop.models import Author, Book
from sqlalchemy.orm import Session

Row = TypeVar("Row")


class BookReading(Protocol):
    def get(self, session: Session) -> Book: ...


class Repository(Generic[Row]):
    def get(self, session: Session) -> Row:
        return session.get(Book, 1)


class BookStoreRepository(ABC):
    @abstractmethod
    def get(self, session: Session) -> Book: ...

    def other(self, session: Session) -> Author:
        return session.get(Author, 1)
