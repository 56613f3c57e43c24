# file: app/db.py
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

SessionLocal = sessionmaker(create_engine("postgresql://db/shop"))
# file: app/services/books.py
from app.db import SessionLocal
from sqlalchemy import text


def count_books() -> int:
    with SessionLocal() as session:
        return session.scalar(text("select count(*) from books"))


def nobody_asks() -> int:
    with SessionLocal() as session:
        return session.scalar(text("select count(*) from books"))
# file: app/api/books.py
from app.services.books import count_books
from fastapi import FastAPI

app = FastAPI()


@app.get("/books/count")
def count() -> int:
    return count_books()
