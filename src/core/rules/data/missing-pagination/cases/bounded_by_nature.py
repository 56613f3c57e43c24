# file: app/main.py
from typing import Annotated
from fastapi import Depends, FastAPI, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from app.models import Book

app = FastAPI()


@app.get("/books/by-id")
def by_id(ids: Annotated[list[int], Query()], db: Session) -> list[dict]:
    return db.scalars(select(Book).where(Book.id.in_(ids))).all()


@app.get("/books/kinds")
def kinds(db: Session) -> list[str]:
    return db.scalars(select(Book.kind).distinct()).all()


@app.get("/books/today")
def today(day: str, db: Session) -> list[dict]:
    return db.scalars(select(Book).where(Book.day == day)).all()


@app.get("/books/export")
def export_books(db: Session) -> list[dict]:
    return db.scalars(select(Book)).all()


@app.get("/books/csv")
def books_as_csv(db: Session):
    return StreamingResponse(f"{book.id}\n" for book in db.scalars(select(Book)))


@app.get("/books/page", response_class=HTMLResponse)
def books_page(db: Session) -> list[dict]:
    return db.scalars(select(Book)).all()


@app.get("/books/by-hand")
def by_hand(request: Request, db: Session) -> list[dict]:
    size = int(request.query_params.get("page_size", 20))
    return db.scalars(select(Book)).all()[:size]


@app.get("/books/known")
def known(title: str, db: Session) -> list[str]:
    titles = {book.title for book in db.scalars(select(Book))}
    return [name for name in ("a", "b", title) if name not in titles]
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    day: Mapped[str]
