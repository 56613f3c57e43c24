# file: shop/modules/books/repository.py
class BookRepository:
    def list(self) -> list[dict]: ...
# file: shop/modules/books/router.py
from fastapi import APIRouter
from shop.modules.books.repository import BookRepository

router = APIRouter()


class View:
    def __init__(self) -> None:
        self.books = BookRepository()

    def list(self) -> list[dict]:
        return self.books.list()  # expect: router-calls-repository


router.get("/books")(View().list)
# file: shop/main.py
from fastapi import FastAPI
from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular
