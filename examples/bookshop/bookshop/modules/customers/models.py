"""The customer table."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bookshop.db.base import Base, BaseModelMixin

EMAIL_LENGTH = 254
NAME_LENGTH = 120


class Customer(Base, BaseModelMixin):
    """A person who orders."""

    __tablename__ = "customers"

    name: Mapped[str] = mapped_column(String(NAME_LENGTH), index=True)
    email: Mapped[str] = mapped_column(String(EMAIL_LENGTH), unique=True)
