# file: shop/main.py
from fastapi import FastAPI
from shop.books.router import router as books
from shop.orders.router import router as orders

app = FastAPI()
app.include_router(books)
app.include_router(orders)
# file: shop/db.py
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase): ...


def get_db() -> Session: ...
# file: shop/books/models.py
from shop.db import Base
from sqlalchemy.orm import Mapped, mapped_column


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
# file: shop/books/repository.py
from shop.books.models import Book
from sqlalchemy import select
from sqlalchemy.orm import Session


class BookRepository:
    def __init__(self, db: Session) -> None:
        self.db = db

    def get(self, key: int) -> Book | None:
        return self.db.get(Book, key)


def count_books(db: Session) -> int:
    return len(db.scalars(select(Book)).all())


def all_books():
    return select(Book)
# file: shop/books/service.py
from shop.books.repository import BookRepository
from sqlalchemy.orm import Session


class BookService:
    def __init__(self, db: Session) -> None:
        self.books = BookRepository(db)
# file: shop/books/router.py
from fastapi import APIRouter, Depends
from shop.books.service import BookService
from shop.db import get_db

router = APIRouter()


@router.get("/books/{key}")
def read(key: int, db=Depends(get_db)):
    return BookService(db).books.get(key)
# file: shop/orders/models.py
from shop.db import Base
from sqlalchemy.orm import Mapped, mapped_column


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
# file: shop/orders/service.py
from shop.books.repository import BookRepository  # expect: cross-module-repository
from shop.books.repository import count_books as count  # expect: cross-module-repository
from shop.books.repository import all_books
from sqlalchemy.orm import Session


class OrderService:
    def __init__(self, db: Session) -> None:
        self.db = db

    def read(self, key: int):
        return BookRepository(self.db).get(key), count(self.db), all_books()
# file: shop/orders/router.py
from fastapi import APIRouter, Depends
from shop.db import get_db
from shop.orders.service import OrderService

router = APIRouter()


@router.get("/orders/{key}")
def read(key: int, db=Depends(get_db)):
    return OrderService(db).read(key)
