# file: shop/crud.py
from sqlalchemy import select
from sqlalchemy.orm import Session


class CrudBase[Model]:  # expect: over-abstraction
    def all(self, session: Session) -> list[Model]: ...


class Repository:  # expect: over-abstraction
    def __init__(self, session, model) -> None:
        self.session = session
        self.model = model

    def all(self):
        return self.session.scalars(select(self.model)).all()


class BookRepository(Repository):
    def __init__(self, session) -> None:
        super().__init__(session, Book)


class Book: ...
# file: shop/services.py
from typing import Generic, TypeVar

Model = TypeVar("Model")


class ReadingService(Generic[Model]):  # expect: over-abstraction
    def read(self, key: int) -> Model: ...


class BookService(ReadingService[int]): ...
