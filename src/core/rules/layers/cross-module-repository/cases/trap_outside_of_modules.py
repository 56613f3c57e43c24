# file: shop/infrastructure/repository.py
class BaseRepository: ...
# file: shop/modules/books/repository.py
from shop.infrastructure.repository import BaseRepository


class BookRepository(BaseRepository): ...
# file: shop/container.py
from shop.modules.books.repository import BookRepository

books = BookRepository()
# file: tests/modules/books/test_books.py
from shop.modules.books.repository import BookRepository

BookRepository()
# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
