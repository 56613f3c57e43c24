# file: shop/modules/books/repository.py
class BookRepository:
    def get(self) -> dict: ...
# file: shop/dependencies.py
from shop.modules.books.repository import BookRepository


def book() -> dict:
    return BookRepository().get()
# file: shop/modules/books/router.py
from fastapi import APIRouter, Depends
from shop.dependencies import book

router = APIRouter()


def helper(books) -> dict:
    return books.get()


@router.get("/books")
def read(found: dict = Depends(book)) -> dict:
    return helper({"get": dict}) | found
# file: shop/main.py
from fastapi import FastAPI
from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular
