# file: app/main.py
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session
from pydantic import BaseModel
from app.models import Book

app = FastAPI()


class Search(BaseModel):
    title: str


class PagedSearch(Search):
    page: int = 1
    size: int = 20


@app.post("/books/search")
def search_books(search: Search, db: Session) -> list[dict]:  # expect: missing-pagination
    return db.scalars(select(Book).where(Book.title.contains(search.title))).all()


@app.post("/books/query")
def query_books(search: PagedSearch, db: Session) -> list[dict]:
    return db.scalars(select(Book).where(Book.title.contains(search.title))).all()


@app.post("/books/import")
def import_books(books: list[dict], db: Session) -> list[dict]:
    return db.scalars(select(Book)).all()
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
