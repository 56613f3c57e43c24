# file: shop/modules/books/repository.py
class BookRepository:
    def __init__(self, db): ...

    async def get(self, book_id: int) -> dict: ...
# file: shop/modules/books/router.py
from fastapi import APIRouter, FastAPI

from shop.db import DbSession
from shop.modules.books.repository import BookRepository

router = APIRouter(prefix="/books")


@router.get("/{book_id}")
async def read_book(book_id: int, db: DbSession) -> dict:
    return await BookRepository(db).get(book_id)  # expect: router-calls-repository
# file: shop/main.py
from fastapi import FastAPI
from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular
