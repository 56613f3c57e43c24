# file: shop/modules/books/repository.py
class BaseRepository:
    async def get(self, key: int) -> dict: ...


class BookRepository(BaseRepository): ...
# file: shop/modules/books/router.py
from typing import Annotated as A
from fastapi import APIRouter, Depends
from shop.modules.books.repository import BookRepository as Books

router = APIRouter()


async def find(book_id: int, books: Books = Depends()) -> dict:
    return await books.get(book_id)  # expect: router-calls-repository


@router.get("/{book_id}")
async def read_book(book_id: int, books: A[Books, Depends()], found: dict = Depends(find)) -> dict:
    return await books.get(book_id)  # expect: router-calls-repository
# file: shop/main.py
from fastapi import FastAPI
from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular
