"""What clients send and get for books."""

from __future__ import annotations

import uuid
from typing import Annotated

from pydantic import Field

from bookshop.common.schemas import Schema, UtcDatetime
from bookshop.modules.books.models import AUTHOR_LENGTH, TITLE_LENGTH

Author = Annotated[str, Field(min_length=1, max_length=AUTHOR_LENGTH)]
Isbn = Annotated[str, Field(pattern=r"^\d{13}$")]
PriceCents = Annotated[int, Field(ge=0)]
Stock = Annotated[int, Field(ge=0)]
Title = Annotated[str, Field(min_length=1, max_length=TITLE_LENGTH)]


class BookCreate(Schema):
    """A new book."""

    title: Title
    author: Author
    isbn: Isbn
    price_cents: PriceCents
    stock: Stock = 0


class BookUpdate(Schema):
    """The fields of a book to change."""

    title: Title | None = None
    author: Author | None = None
    price_cents: PriceCents | None = None
    stock: Stock | None = None


class BookRead(Schema):
    """A book as clients see it."""

    id: uuid.UUID
    title: str
    author: str
    isbn: str
    price_cents: int
    stock: int
    created_at: UtcDatetime
    updated_at: UtcDatetime
