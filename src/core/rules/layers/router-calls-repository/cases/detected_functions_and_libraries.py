# file: shop/db.py
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)


def get_db() -> Session: ...
# file: shop/crud/books.py
from fastcrud import FastCRUD
from shop.db import Book
from sqlalchemy import select
from sqlalchemy.orm import Session

CRUDBook = FastCRUD[Book, Book, Book, Book, Book, Book]
crud_books = CRUDBook(Book)


def get_books(db: Session) -> list[Book]:
    return db.scalars(select(Book).limit(10)).all()


def by_title():
    return Book.id
# file: shop/routes/books.py
from fastapi import APIRouter, Depends, FastAPI
from shop import crud
from shop.crud import books as stock
from shop.crud.books import by_title, crud_books
from shop.db import get_db
from sqlalchemy.orm import Session

router = APIRouter()


@router.get("/books")
def read(db: Session = Depends(get_db)):
    by_title()
    return stock.get_books(db)  # expect: router-calls-repository


@router.get("/books/{key}")
async def read_one(key: int, db: Session = Depends(get_db)):
    return await crud_books.get(db, id=key)  # expect: router-calls-repository


app = FastAPI()
app.include_router(router)
