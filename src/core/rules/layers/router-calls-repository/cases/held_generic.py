# file: shop/repositories/books.py
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

Row = TypeVar("Row")


class GenericRepository(Generic[Row]):
    def __init__(self, session: Session, model: type[Row]) -> None:
        self.session = session
        self.model = model

    def get(self, key: int) -> Row | None:
        return self.session.get(self.model, key)


class AllRepositories:
    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def books(self) -> GenericRepository[int]:
        return GenericRepository(self.session, int)
# file: shop/routes/books.py
from functools import cached_property

from fastapi import APIRouter, Depends, FastAPI
from shop.repositories.books import AllRepositories
from sqlalchemy.orm import Session

router = APIRouter()


def get_db() -> Session: ...


class Books:
    def __init__(self, db: Session = Depends(get_db)) -> None:
        self.db = db

    @cached_property
    def repo(self):
        return AllRepositories(self.db).books

    def read(self, key: int):
        return self.repo.get(key)  # expect: router-calls-repository


router.get("/books/{key}")(Books().read)
app = FastAPI()
app.include_router(router)
