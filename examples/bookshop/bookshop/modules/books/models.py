"""The book table."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from bookshop.db.base import Base, BaseModelMixin

AUTHOR_LENGTH = 120
ISBN_LENGTH = 13
TITLE_LENGTH = 200


class Book(Base, BaseModelMixin):
    """A title with its price and the copies in stock."""

    __tablename__ = "books"
    __table_args__ = (CheckConstraint("stock >= 0", name="ck_books_stock"),)

    title: Mapped[str] = mapped_column(String(TITLE_LENGTH))
    author: Mapped[str] = mapped_column(String(AUTHOR_LENGTH), index=True)
    isbn: Mapped[str] = mapped_column(String(ISBN_LENGTH), unique=True)
    price_cents: Mapped[int] = mapped_column(Integer)
    stock: Mapped[int] = mapped_column(Integer, default=0)
