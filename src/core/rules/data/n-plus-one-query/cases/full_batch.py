# file: app/books.py
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.models import Book

SIZE = 1000


def copy_books(session: Session) -> None:
    batch = []
    for book in session.scalars(select(Book)):
        batch.append({"name": book.name})
        if len(batch) >= SIZE:
            session.execute(insert(Book), batch)
            batch = []
    if batch:
        session.execute(insert(Book), batch)
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
