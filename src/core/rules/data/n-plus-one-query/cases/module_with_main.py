# file: app/report.py
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Author, Book, engine


def print_books(session: Session) -> None:
    for author in session.scalars(select(Author)):
        books = session.scalars(select(Book).where(Book.author_id == author.id)).all()  # expect: n-plus-one-query
        print(author.id, len(books))


if __name__ == "__main__":
    with Session(engine) as session:
        print_books(session)
# file: app/main.py
from fastapi import FastAPI
from sqlalchemy.orm import Session

from app import report

app = FastAPI()


@app.get("/report")
def print_report(session: Session) -> None:
    report.print_books(session)
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
