# file: app/jobs.py
import logging

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Author, Book


def summarize(session: Session, author: Author) -> dict[str, int]:
    books = session.scalars(select(Book).where(Book.author_id == author.id)).all()
    return {"books": len(books)}


def summarize_all(session: Session) -> list[dict[str, int]]:
    summaries = []
    for author in session.scalars(select(Author)):
        try:
            summaries.append(summarize(session, author))
        except Exception:
            logging.exception("no summary of %s", author.id)
    return summaries
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
