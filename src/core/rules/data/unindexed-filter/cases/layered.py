# file: .backend-spec.yaml
profile: layered
# file: app/models/book.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    isbn: Mapped[str] = mapped_column()  # expect: unindexed-filter
# file: app/repositories/book.py
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.book import Book


class BookRepository:
    def __init__(self, session: Session):
        self.session = session

    def by_isbn(self, isbn: str):
        return self.session.scalar(select(Book).where(Book.isbn == isbn))
