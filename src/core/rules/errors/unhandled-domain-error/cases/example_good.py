# file: app/services/books.py
class BookNotFoundError(Exception):
    pass


class BookService:
    def __init__(self, books: dict[str, str]) -> None:
        self.books = books

    def find(self, isbn: str) -> str:
        if isbn not in self.books:
            raise BookNotFoundError(isbn)
        return self.books[isbn]
# file: app/main.py
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from app.services.books import BookNotFoundError, BookService

app = FastAPI()


@app.exception_handler(BookNotFoundError)
def answer_not_found(request: Request, error: BookNotFoundError) -> JSONResponse:
    return JSONResponse(status_code=404, content={"message": "no such book"})


@app.get("/books/{isbn}")
def read_book(isbn: str) -> str:
    return BookService({}).find(isbn)
# file: .backend-spec.yaml
profile: layered
