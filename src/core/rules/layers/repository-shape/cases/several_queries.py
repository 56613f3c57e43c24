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
# file: shop/modules/books/repository.py
from shop.models import Author, Book
from sqlalchemy import func, select as choose
from sqlalchemy.orm import Session as Db


class BookRepository:
    def __init__(self, db: Db) -> None:
        self.db = db

    def page(self) -> tuple[list[Book], int]:  # expect: repository-shape
        books = self.db.scalars(choose(Book).limit(10)).all()
        return books, self.db.scalar(choose(func.count()).select_from(Book))

    def rename(self, key: int, title: str) -> Book | None:
        book = self.db.get(Book, key)
        if book is None:
            return self.db.scalar(choose(Book).where(Book.title == title))
        self.db.refresh(book)
        return book
# file: .backend-spec.yaml
profile: modular
