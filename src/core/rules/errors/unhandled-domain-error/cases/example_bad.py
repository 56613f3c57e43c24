# file: app/services/books.py
class BookNotFoundError(Exception):
    pass


class BookService:
    def __init__(self, books: dict[str, str]) -> None:
        self.books = books

    def find(self, isbn: str) -> str:
        if isbn not in self.books:
            raise BookNotFoundError(isbn)  # expect: unhandled-domain-error
        return self.books[isbn]
# file: app/main.py
from fastapi import FastAPI

from app.services.books import BookService

app = FastAPI()


@app.get("/books/{isbn}")
def read_book(isbn: str) -> str:
    return BookService({}).find(isbn)
# file: .backend-spec.yaml
profile: layered
