# file: shop/modules/books/repository.py
class BookRepository:
    def __init__(self, db) -> None: ...
# file: shop/modules/books/service.py
from shop.modules.books.repository import BookRepository


class BookService:
    def __init__(self, db, books: BookRepository) -> None: ...

    def read(self) -> dict: ...
# file: shop/modules/books/router.py
from fastapi import APIRouter, Depends
from shop.modules.books.repository import BookRepository
from shop.modules.books.service import BookService

router = APIRouter()


def get_service(db) -> BookService:
    books = BookRepository(db)
    return BookService(db, books=books)


@router.get("/books")
def read(service: BookService = Depends(get_service)) -> dict:
    return service.read()


@router.get("/others")
def read_others(db) -> dict:
    return BookService(db, books=BookRepository(db)).read()
# file: shop/main.py
from fastapi import FastAPI
from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular
