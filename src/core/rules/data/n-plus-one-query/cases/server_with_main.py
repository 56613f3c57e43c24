# file: app/main.py
import uvicorn
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Author, Book

app = FastAPI()


@app.get("/books")
def count_books(session: Session) -> dict[int, int]:
    found = {}
    for author in session.scalars(select(Author)):
        books = session.scalars(select(Book).where(Book.author_id == author.id)).all()  # expect: n-plus-one-query
        found[author.id] = len(books)
    return found


if __name__ == "__main__":
    uvicorn.run(app)
# file: app/models.py
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

engine = create_engine("sqlite://")


class Base(DeclarativeBase): ...


class Author(Base):
    __tablename__ = "authors"
    id: Mapped[int] = mapped_column(primary_key=True)


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int]
