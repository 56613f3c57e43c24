# file: app/posts/models.py
from datetime import UTC, datetime

from sqlalchemy import JSON, DateTime
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Post(Base):
    __tablename__ = "posts"

    id: Mapped[int] = mapped_column(primary_key=True)
    created_at: Mapped[datetime] = mapped_column(DateTime, default=datetime.now(UTC))  # expect: column-default-called
    tags: Mapped[list[str]] = mapped_column(JSON, default=[])  # expect: column-default-called
