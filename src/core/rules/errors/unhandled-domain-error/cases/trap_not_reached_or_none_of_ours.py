# file: app/services/books.py
from fastapi import HTTPException


class BookHTTPError(HTTPException):
    pass


class ImportFailedError(Exception):
    pass


def find(isbn: str) -> str:
    if not isbn:
        raise BookHTTPError(404)
    if isbn == "x":
        raise ValueError(isbn)
    return isbn


def import_all() -> None:
    raise ImportFailedError
# file: app/cli.py
from app.services.books import import_all

if __name__ == "__main__":
    import_all()
# file: app/main.py
from fastapi import FastAPI

from app.services import books

app = FastAPI()


@app.get("/a")
def read(isbn: str) -> str:
    return books.find(isbn)
# file: .backend-spec.yaml
profile: layered
