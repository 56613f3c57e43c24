# file: app/main.py
from typing import Annotated
from fastapi import FastAPI, Query
from sqlalchemy.orm import Session
from app.books import all_books, BookService

app = FastAPI()


@app.get("/a")
def a(db: Session, limit: int = 50):  # expect: missing-pagination
    return all_books(db)


@app.get("/b")
def b(db: Session, page: Annotated[int, Query(ge=1)] = 1, page_size: int = 20):  # expect: missing-pagination
    return all_books(db, page, size=page_size)


@app.get("/c")
def c(db: Session, limit: int = 50):  # expect: missing-pagination
    return BookService(db).every_book(limit)
# file: app/books.py
from sqlalchemy import select
from sqlalchemy.orm import Session
from app.models import Book


def all_books(db: Session, page: int = 1, *, size: int = 20):
    return db.scalars(select(Book)).all()


class BookService:
    def __init__(self, db: Session) -> None:
        self.db = db

    def every_book(self, limit: int):
        return all_books(self.db, limit)
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]


class Loan(Base):
    __tablename__ = "loans"
    book_id: Mapped[int] = mapped_column(primary_key=True)
    reader_id: Mapped[int] = mapped_column(primary_key=True)
