# file: app/main.py
from fastapi import FastAPI
from fastapi_pagination.ext.sqlalchemy import paginate
from sqlalchemy.orm import Session
from app.models import Book

app = FastAPI()


@app.get("/a")
def a(db: Session):
    return list(db.query(Book).limit(20))


@app.get("/b")
def b(db: Session):
    return paginate(db.query(Book))


@app.get("/c")
def c(db: Session):
    return list(db.query(Book).first().pages())


@app.get("/d")
def d(db: Session, ids: list[int]):
    return [book.name for book in db.query(Book).filter(Book.id.in_(ids))]


@app.get("/e")
def e(db: Session):
    return list(db.query(Book)[:20])
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
