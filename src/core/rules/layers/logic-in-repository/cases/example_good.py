# file: shop/modules/books/repository.py
from sqlalchemy.ext.asyncio import AsyncSession

from shop.modules.books.models import Book


class BookRepository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def get(self, book_id: int) -> Book | None:
        return await self.session.get(Book, book_id)
# file: shop/modules/books/models.py
class Book: ...
# file: .backend-spec.yaml
profile: modular
