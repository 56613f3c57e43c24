# file: shop/modules/books/repository.py
class BookRepository:
    def __init__(self, db) -> None: ...

    def price(self, book_id: int) -> int: ...
# file: shop/modules/books/service.py
from shop.modules.books.repository import BookRepository


class BookService:
    def __init__(self, db) -> None:
        self.books = BookRepository(db)

    def price(self, book_id: int) -> int:
        return self.books.price(book_id)
# file: shop/modules/orders/service.py
from shop.modules.books.service import BookService


class OrderService:
    def __init__(self, db) -> None:
        self.books = BookService(db)

    def total(self, book_ids: list[int]) -> int:
        return sum(self.books.price(book_id) for book_id in book_ids)
# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
