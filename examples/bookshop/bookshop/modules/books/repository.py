"""Queries on the book table."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bookshop.common.pagination import Page
from bookshop.db.pagination import comes_after
from bookshop.modules.books.models import Book


class BookRepository:
    """Reads and writes books that are not deleted."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def get(self, book_id: uuid.UUID) -> Book | None:
        """Return one book."""
        query = select(Book).where(Book.id == book_id, Book.is_deleted.is_(False))
        return (await self.session.scalars(query)).one_or_none()

    async def list_page(self, page: Page, author: str | None) -> Sequence[Book]:
        """Return one page, oldest first, of all books or of one author's."""
        query = select(Book).where(Book.is_deleted.is_(False), comes_after(Book, page.after))
        if author is not None:
            query = query.where(Book.author == author)
        query = query.order_by(Book.created_at, Book.id).limit(page.limit)
        return (await self.session.scalars(query)).all()

    async def list_newest(self, limit: int) -> Sequence[Book]:
        """Return the books that were added last."""
        query = select(Book).where(Book.is_deleted.is_(False))
        query = query.order_by(Book.created_at.desc(), Book.id).limit(limit)
        return (await self.session.scalars(query)).all()

    async def add(self, book: Book) -> Book:
        """Insert a book."""
        self.session.add(book)
        await self.session.flush()
        return book

    async def take_copies(self, book_id: uuid.UUID, quantity: int) -> Book | None:
        """Lower the stock in one statement; None when too few copies are left."""
        query = (
            update(Book)
            .where(Book.id == book_id, Book.is_deleted.is_(False), Book.stock >= quantity)
            .values(stock=Book.stock - quantity)
            .returning(Book)
        )
        return (await self.session.scalars(query)).one_or_none()

    async def return_copies(self, book_id: uuid.UUID, quantity: int) -> None:
        """Raise the stock again."""
        query = (
            update(Book)
            .where(Book.id == book_id, Book.is_deleted.is_(False))
            .values(stock=Book.stock + quantity)
        )
        await self.session.execute(query)
