# file: shop/modules/books/repository.py
from enum import Enum
from pydantic import BaseModel


class BookOrder(Enum):
    title = "title"


class BookRow(BaseModel):
    title: str


class BookNotFound(Exception): ...


MOST_BOOKS = 100
# file: shop/modules/books/models.py
class RepositoryRow: ...
# file: shop/modules/books/service.py
class GithubRepositoryService: ...
# file: shop/modules/orders/service.py
from shop.modules.books.models import RepositoryRow
from shop.modules.books.repository import MOST_BOOKS, BookNotFound, BookOrder, BookRow
from shop.modules.books.service import GithubRepositoryService

service = GithubRepositoryService()
row = RepositoryRow()
# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
