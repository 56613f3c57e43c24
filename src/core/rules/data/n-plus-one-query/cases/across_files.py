# file: app/repository.py
from sqlalchemy import select as choose
from sqlalchemy.ext.asyncio import AsyncSession as Db
from app.models import Book


class BookRepository:
    def __init__(self, db: Db):
        self.db = db

    async def get(self, book_id: int):
        return await self.db.scalar(choose(Book).where(Book.id == book_id))
# file: app/service.py
from app.repository import BookRepository


class BookService:
    def __init__(self, books: BookRepository):
        self.books = books

    async def one(self, book_id: int):
        return await self.books.get(book_id)

    async def many(self, ids: list[int]):
        return [await self.one(book_id) for book_id in ids]  # expect: n-plus-one-query
# file: app/models.py
class Book: ...
