# file: app/main.py
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Book

app = FastAPI()


@app.get("/books/clean", response_model=list[dict])
def clean_books(db: Session):
    books = db.scalars(select(Book)).all()
    return JSONResponse({"cleaned": [book.name for book in books], "failed": [book.id for book in books]})


@app.get("/shop")
def get_shop_info(db: Session):
    books = db.scalars(select(Book)).all()
    return {"books": [book.name for book in books]}
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
