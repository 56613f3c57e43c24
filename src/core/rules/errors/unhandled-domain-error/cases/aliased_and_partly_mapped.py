# file: app/shared/exceptions.py
class ShopError(Exception):
    pass


class BookNotFoundError(ShopError):
    pass


class OutOfStockError(Exception):
    pass
# file: app/services/books.py
from app.shared import exceptions as errors
from app.shared.exceptions import OutOfStockError as Sold


def find(isbn: str) -> str:
    if not isbn:
        raise errors.BookNotFoundError
    return isbn


def order(isbn: str, copies: int) -> None:
    if copies > 3:
        raise Sold(isbn)  # expect: unhandled-domain-error
    find(isbn)
# file: app/main.py
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse

from app.services.books import order
from app.shared.exceptions import ShopError


def answer(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse(status_code=400, content={})


app = FastAPI(exception_handlers={ShopError: answer})


@app.post("/orders")
def add_order(isbn: str) -> None:
    order(isbn, 5)
# file: .backend-spec.yaml
profile: layered
