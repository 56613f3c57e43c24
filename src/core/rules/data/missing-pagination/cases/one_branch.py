# file: app/main.py
from typing import Optional
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session
from app.models import Book

app = FastAPI()


@app.get("/a")
def a(kind: str, db: Session):  # expect: missing-pagination
    query = select(Book)
    if kind == "newest":
        query = query.order_by(Book.id).limit(10)
    return db.scalars(query).all()


@app.get("/b")
def b(kind: str, db: Session):  # expect: missing-pagination
    if kind == "newest":
        return db.scalars(select(Book).order_by(Book.id).limit(10)).all()
    return db.scalars(select(Book)).all()


@app.get("/c")
def c(db: Session, limit: int = 50, everything: bool = False):  # expect: missing-pagination
    if everything:
        return db.scalars(select(Book)).all()
    return db.scalars(select(Book).limit(limit)).all()


@app.get("/every-branch")
def every_branch(kind: str, db: Session):
    query = select(Book)
    if kind == "newest":
        query = query.order_by(Book.id).limit(10)
    else:
        query = query.limit(100)
    return db.scalars(query).all()


@app.get("/where-it-is-given")
def where_it_is_given(db: Session, at_most: Optional[int] = None):
    query = select(Book)
    if at_most is not None:
        query = query.limit(at_most)
    return db.scalars(query).all()


@app.get("/after-the-branch")
def after_the_branch(kind: str, db: Session):
    query = select(Book)
    if kind:
        query = query.where(Book.kind == kind).limit(10)
    return db.scalars(query.limit(100)).all()
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
