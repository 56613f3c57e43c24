# file: shop/modules/books/repository.py
class BookRepository: ...
# file: shop/modules/books/covers/service.py
from shop.modules.books.repository import BookRepository

books = BookRepository()
# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
layers: { repository: ["**/repository.py"], service: ["**/service.py"] }
