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
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.models import Author, Book


class BookRepository:  # expect: repository-shape, repository-shape
    async def get(self, session: AsyncSession, book_id: int) -> Book | None:
        return await session.get(Book, book_id)

    async def authors(self, session: AsyncSession) -> list[Author]:
        found = await session.execute(select(Author))
        return found.all()  # expect: repository-shape
# file: .backend-spec.yaml
profile: modular
