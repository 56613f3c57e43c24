# file: shop/modules/books/repository.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.modules.books.models import Book


class BookRepository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def get(self, book_id: int) -> Book | None:
        return await self.session.scalar(select(Book).where(Book.id == book_id))
# file: shop/modules/books/models.py
class Book: ...
# file: shop/modules/books/service.py
from sqlalchemy.ext.asyncio import AsyncSession

from shop.modules.books.models import Book
from shop.modules.books.repository import BookRepository


class BookService:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.books = BookRepository(session)

    async def read(self, book_id: int) -> Book | None:
        return await self.books.get(book_id)
# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
