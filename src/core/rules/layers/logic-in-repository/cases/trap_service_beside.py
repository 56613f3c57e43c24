# file: app/books.py
from fastapi import HTTPException
from sqlalchemy import text
from sqlalchemy.orm import Session


class BookRepository:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self) -> int | None:
        return self.session.scalar(text("select id from books"))


class BookService:
    def __init__(self, session: Session) -> None:
        self.books = BookRepository(session)

    def read(self) -> int:
        found = self.books.get()
        if found is None:
            raise HTTPException(404)
        return found
