# file: shop/modules/books/repository.py
from fastapi import HTTPException
from sqlalchemy.ext.asyncio import AsyncSession

from shop.modules.books.models import Book

ERROR_NO_BOOK = "There is no such book."


class BookRepository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def get(self, book_id: int) -> Book:
        book = await self.session.get(Book, book_id)
        if book is None:
            raise HTTPException(404, ERROR_NO_BOOK)  # expect: logic-in-repository
        return book
# file: shop/modules/books/models.py
class Book: ...
# file: .backend-spec.yaml
profile: modular
