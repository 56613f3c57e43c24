# file: app/services/books.py
class UnexpectedShelfError(Exception): ...


class ServerError(Exception): ...


class BookService:
    def __init__(self, books: dict[str, str]) -> None:
        self.books = books

    def find(self, isbn: str) -> str:
        if not self.books:
            raise UnexpectedShelfError("no shelf, although there are books")
        if isbn == "":
            raise ServerError("a conflict that cannot be")
        return self.books[isbn]
# file: app/main.py
from fastapi import FastAPI

from app.services.books import BookService

app = FastAPI()


@app.get("/books/{isbn}")
def read_book(isbn: str) -> str:
    return BookService({}).find(isbn)
