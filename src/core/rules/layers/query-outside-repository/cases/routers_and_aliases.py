# file: shop/modules/books/repository.py
class BookRepository: ...
# file: shop/modules/books/router.py
from typing import Annotated as A

from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session as Database

router = APIRouter()


def get_db() -> Database: ...


Db = A[Database, Depends(get_db)]


class Book: ...


@router.post("/books")
def create(db: Db) -> None:
    db.add(Book())  # expect: query-outside-repository
    db.commit()


@router.get("/books")
def read(db: Db) -> int:
    return db.query(Book).count()  # expect: query-outside-repository
# file: shop/main.py
from fastapi import FastAPI
from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
