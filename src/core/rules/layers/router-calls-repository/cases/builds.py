# file: shop/modules/books/repository.py
class BookRepository:
    def __init__(self, db) -> None: ...

    @classmethod
    def from_session(cls, db) -> "BookRepository": ...

    def get(self) -> dict: ...
# file: shop/modules/books/router.py
from fastapi import APIRouter, Depends
from shop.modules.books.repository import BookRepository

router = APIRouter()


def get_books(db) -> BookRepository:
    return BookRepository(db)  # expect: router-calls-repository


@router.get("/books")
def read(db, held: BookRepository = Depends(get_books)) -> dict:
    books = BookRepository.from_session(db)  # expect: router-calls-repository
    found = books.get()  # expect: router-calls-repository
    return BookRepository(db).get() | found  # expect: router-calls-repository
# file: shop/main.py
from fastapi import FastAPI
from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular
