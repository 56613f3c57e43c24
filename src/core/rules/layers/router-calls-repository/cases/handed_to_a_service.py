# file: shop/modules/books/repository.py
class BookRepository:
    def __init__(self, db): ...
    def get(self) -> dict: ...
# file: shop/modules/books/service.py
from shop.modules.books.repository import BookRepository


class BookService:
    def __init__(self, books: BookRepository):
        self.books = books

    def read(self) -> dict:
        return self.books.get()
# file: shop/modules/books/router.py
from fastapi import APIRouter
from shop.modules.books.repository import BookRepository
from shop.modules.books.service import BookService

router = APIRouter()


@router.get("/books")
def read(db) -> dict:
    return BookService(BookRepository(db)).read()
# file: shop/main.py
from fastapi import FastAPI
from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular
