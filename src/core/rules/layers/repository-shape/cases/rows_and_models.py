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
# file: app/crud/books.py
from app.crud.base import BaseRepository
from shop.models import Author, Book
from sqlalchemy import select


class BookRepository(BaseRepository):  # expect: repository-shape
    def titles(self):
        return self.session.execute(select(Book.id, Book.title)).mappings().all()  # expect: repository-shape

    def first(self):
        result = self.session.execute(select(Author))
        return result.unique().one_or_none()  # expect: repository-shape
# file: app/crud/base.py
from sqlalchemy.orm import Session


class BaseRepository:
    def __init__(self, session: Session) -> None:
        self.session = session
