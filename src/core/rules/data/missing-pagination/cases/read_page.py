# file: app/main.py
import functools
from abc import ABC, abstractmethod
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session
from app.models import Book
from elsewhere import cut, paged

app = FastAPI()


def by_page(handler):
    @functools.wraps(handler)
    def run(*args, limit: int, **kwargs):
        return handler(*args, limit=limit, **kwargs)[:limit]

    return run


class Books(ABC):
    @abstractmethod
    def every(self, db: Session, limit: int):
        raise NotImplementedError


def every(db: Session):
    return db.scalars(select(Book)).all()


@app.get("/a")
def a(db: Session, limit: int = 50):
    found = []
    for book in every(db):
        if len(found) >= limit:
            break
        found.append(book)
    return found


@app.get("/b")
@by_page
def b(db: Session, limit: int = 50):
    return every(db)


@app.get("/c")
@paged
def c(db: Session, limit: int = 50):
    return every(db)


@app.get("/d")
def d(db: Session, limit: int = 50):
    return [book for book in every(db) if cut(book, limit)]


@app.get("/e")
def e(db: Session, limit: int = 50):
    given = locals()
    return [book for book in every(db) if book.id < given["limit"]]


@app.get("/f")
def f(db: Session, books: Books, limit: int = 50):
    books.every(db, limit)
    return every(db)
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
