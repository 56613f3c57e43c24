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
from shop.elsewhere import LibraryRepository
from shop.models import Book
from sqlalchemy.orm import Session, sessionmaker


class BookRepository:
    def __init__(self, session_factory: sessionmaker) -> None:
        self.session_factory = session_factory

    def get(self, session: Session) -> Book | None:
        return session.get(Book, 1)


class OtherBookRepository(LibraryRepository):
    def get(self, session: Session) -> Book | None:
        return session.get(Book, 1)


def get_book(session: Session) -> Book | None:
    return session.get(Book, 1)
# file: .backend-spec.yaml
profile: modular
