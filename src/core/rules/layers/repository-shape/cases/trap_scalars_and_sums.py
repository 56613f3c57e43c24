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
from shop.models import Author, Authorship, Book
from sqlalchemy import func, select
from sqlalchemy.orm import Session


class BookRepository:
    session: Session

    def all(self) -> list[Book]:
        return self.session.execute(select(Book)).scalars().all()

    def count_by_author(self):
        query = select(Author.name, func.count(Book.id)).group_by(Author.name)
        return self.session.execute(query).all()

    def credit(self, book_id: int) -> Authorship | None:
        return self.session.scalar(select(Authorship).where(Authorship.book_id == book_id))

    def written_by(self, name: str) -> list[Book]:
        query = select(Book).join(Authorship).join(Author).where(Author.name == name)
        return [book for (book,) in self.session.execute(query).all()]
# file: .backend-spec.yaml
profile: modular
