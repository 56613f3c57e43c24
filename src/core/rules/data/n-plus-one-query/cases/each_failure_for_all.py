# file: app/jobs.py
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Author, Book


def get_books(session: Session, author: Author) -> list[Book]:
    return session.scalars(select(Book).where(Book.author_id == author.id)).all()


def summarize(session: Session, author: Author) -> int:
    return len(session.scalars(select(Book).where(Book.author_id == author.id)).all())


def count_books(session: Session) -> list[int]:
    found = []
    for author in session.scalars(select(Author)):
        try:
            found.append(len(get_books(session, author)))  # expect: n-plus-one-query
        except Exception:
            found.append(0)
    return found


def summaries(session: Session) -> list[int]:
    found = []
    for author in session.scalars(select(Author)):
        try:
            found.append(summarize(session, author))  # expect: n-plus-one-query
        except Exception as error:
            raise RuntimeError("no summary") from error
    return found
# file: app/models.py
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

engine = create_engine("sqlite://")


class Base(DeclarativeBase): ...


class Author(Base):
    __tablename__ = "authors"
    id: Mapped[int] = mapped_column(primary_key=True)


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int]
