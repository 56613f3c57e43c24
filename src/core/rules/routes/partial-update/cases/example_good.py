# file: app/main.py
from fastapi import FastAPI
from pydantic import BaseModel
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

app = FastAPI()
engine = create_engine("sqlite:///books.db")


class Base(DeclarativeBase):
    pass


class Book(Base):
    __tablename__ = "books"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    notes: Mapped[str | None]


class BookChange(BaseModel):
    title: str | None = None
    notes: str | None = None


@app.patch("/books/{book_id}")
def change_book(book_id: int, change: BookChange) -> dict[str, str | None]:
    with Session(engine) as session:
        book = session.get_one(Book, book_id)
        for name, value in change.model_dump(exclude_unset=True).items():
            setattr(book, name, value)
        return {"title": book.title, "notes": book.notes}
