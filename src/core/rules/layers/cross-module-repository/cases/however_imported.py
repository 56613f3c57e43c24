# file: shop/modules/books/__init__.py
from shop.modules.books.repository import BookRepository as Books
# file: shop/modules/books/repository.py
class BookRepository:
    def __init__(self, db) -> None: ...


book_repository = BookRepository(None)
# file: shop/modules/orders/service.py
import shop.modules.books.repository as stock  # expect: cross-module-repository
from shop.modules.books import Books  # expect: cross-module-repository
from shop.modules.books import repository  # expect: cross-module-repository


def buy() -> None:
    from ..books.repository import book_repository  # expect: cross-module-repository

    book_repository.price(1)
# file: shop/modules/orders/router.py
from shop import modules


def price(db) -> int:
    return modules.books.repository.BookRepository(db).price(1)  # expect: cross-module-repository
# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
