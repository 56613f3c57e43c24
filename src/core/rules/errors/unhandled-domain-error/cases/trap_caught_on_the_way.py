# file: app/services/books.py
from contextlib import contextmanager, suppress


class BookNotFoundError(LookupError):
    pass


def find(isbn: str) -> str:
    if not isbn:
        raise BookNotFoundError(isbn)
    return isbn


def own(isbn: str) -> str:
    try:
        if isbn == "x":
            raise BookNotFoundError(isbn)
    except BookNotFoundError:
        return ""
    return isbn


@contextmanager
def answered():
    try:
        yield
    except LookupError:
        pass
# file: app/main.py
from contextlib import suppress
from functools import wraps

from fastapi import FastAPI, HTTPException

from app.services import books

app = FastAPI()


def answers(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        try:
            return func(*args, **kwargs)
        except LookupError:
            raise HTTPException(404)

    return wrapper


@app.get("/a")
def by_class(isbn: str) -> str:
    try:
        return books.find(isbn)
    except books.BookNotFoundError:
        raise HTTPException(404)


@app.get("/b")
def by_base(isbn: str) -> str:
    try:
        return books.find(isbn)
    except (KeyError, LookupError) as error:
        raise HTTPException(404) from error


@app.get("/c")
def suppressed(isbn: str) -> None:
    with suppress(LookupError):
        books.find(isbn)


@app.get("/d")
def managed(isbn: str) -> None:
    with books.answered():
        books.find(isbn)


@app.get("/e")
@answers
def decorated(isbn: str) -> str:
    return books.find(isbn)


@app.get("/f")
def itself(isbn: str) -> str:
    return books.own(isbn)
# file: .backend-spec.yaml
profile: layered
