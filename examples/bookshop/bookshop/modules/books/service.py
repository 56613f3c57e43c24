"""What can be done with books."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from fastapi import HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bookshop.common.errors import OutOfStockError
from bookshop.common.pagination import Page
from bookshop.modules.books.models import Book
from bookshop.modules.books.repository import BookRepository
from bookshop.modules.books.schemas import BookCreate, BookUpdate

ERROR_BOOK_NOT_FOUND = "Book not found"


class BookService:
    """Keeps the catalogue and the stock."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.repository = BookRepository(session)

    async def create_book(self, data: BookCreate) -> Book:
        """Add a book to the catalogue."""
        try:
            book = await self.repository.add(Book(**data.model_dump()))
        except IntegrityError as error:
            raise HTTPException(
                status.HTTP_409_CONFLICT, detail=f"A book with ISBN {data.isbn} exists already"
            ) from error
        await self.session.commit()
        return book

    async def find_book(self, book_id: uuid.UUID) -> Book | None:
        """Return a book, or None when there is none."""
        return await self.repository.get(book_id)

    async def get_book(self, book_id: uuid.UUID) -> Book:
        """Return a book or answer 404."""
        book = await self.repository.get(book_id)
        if book is None:
            raise HTTPException(status.HTTP_404_NOT_FOUND, detail=ERROR_BOOK_NOT_FOUND)
        return book

    async def list_books(self, page: Page, author: str | None) -> Sequence[Book]:
        """Return one page of the catalogue."""
        return await self.repository.list_page(page, author)

    async def update_book(self, book_id: uuid.UUID, data: BookUpdate) -> Book:
        """Change the fields that were sent."""
        book = await self.get_book(book_id)
        for name, value in data.model_dump(exclude_unset=True, exclude_none=True).items():
            setattr(book, name, value)
        await self.session.commit()
        return book

    async def delete_book(self, book_id: uuid.UUID) -> None:
        """Take a book out of the catalogue; its row stays."""
        book = await self.get_book(book_id)
        book.is_deleted = True
        await self.session.commit()

    async def reserve_copies(self, book_id: uuid.UUID, quantity: int) -> Book:
        """Take copies off the stock; the caller commits."""
        book = await self.repository.take_copies(book_id, quantity)
        if book is None:
            await self.get_book(book_id)
            raise OutOfStockError("Not enough copies are left in stock")
        return book

    async def release_copies(self, book_id: uuid.UUID, quantity: int) -> None:
        """Put copies back on the shelf; the caller commits."""
        await self.repository.return_copies(book_id, quantity)
