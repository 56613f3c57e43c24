"""Endpoints for books."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, status

from bookshop.common.pagination import DEFAULT_LIMIT, MAX_LIMIT, PageQuery
from bookshop.db.session import DbSession
from bookshop.modules.books.models import Book
from bookshop.modules.books.repository import BookRepository
from bookshop.modules.books.schemas import BookCreate, BookRead, BookUpdate
from bookshop.modules.books.service import BookService

router = APIRouter(prefix="/books", tags=["books"])


@router.post("", response_model=BookRead, status_code=status.HTTP_201_CREATED)
async def create_book(data: BookCreate, db: DbSession) -> Book:
    """Add a book."""
    return await BookService(db).create_book(data)


@router.get("", response_model=list[BookRead])
async def list_books(
    page: PageQuery, db: DbSession, author: Annotated[str | None, Query()] = None
) -> Sequence[Book]:
    """List books, oldest first."""
    return await BookService(db).list_books(page, author)


@router.get("/newest", response_model=list[BookRead])
async def list_newest_books(
    db: DbSession, limit: Annotated[int, Query(ge=1, le=MAX_LIMIT)] = DEFAULT_LIMIT
) -> Sequence[Book]:
    """List the latest additions."""
    return await BookRepository(db).list_newest(limit)


@router.get("/{book_id}", response_model=BookRead)
async def read_book(book_id: uuid.UUID, db: DbSession) -> Book:
    """Show one book."""
    return await BookService(db).get_book(book_id)


@router.patch("/{book_id}", response_model=BookRead)
async def update_book(book_id: uuid.UUID, data: BookUpdate, db: DbSession) -> Book:
    """Change a book."""
    return await BookService(db).update_book(book_id, data)


@router.delete("/{book_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_book(book_id: uuid.UUID, db: DbSession) -> None:
    """Delete a book."""
    await BookService(db).delete_book(book_id)
