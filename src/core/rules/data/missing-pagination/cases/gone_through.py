# file: app/main.py
from fastapi import FastAPI
from sqlalchemy.orm import Session
from app.models import Book, Loan

app = FastAPI()


@app.get("/a")
def a(db: Session):  # expect: missing-pagination
    return list(db.query(Book))


@app.get("/b")
def b(db: Session):  # expect: missing-pagination
    return [book.name for book in db.query(Book).filter(Book.kind != "")]


@app.get("/c")
def c(db: Session):  # expect: missing-pagination
    found = []
    for loan in db.query(Loan):
        found.append(loan.reader_id)
    return found


@app.get("/d")
def d(db: Session):  # expect: missing-pagination
    return {"items": sorted(db.query(Book).order_by(Book.name))}
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
