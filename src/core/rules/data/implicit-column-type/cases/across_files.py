# file: app/db.py
from datetime import datetime

from sqlalchemy.orm import DeclarativeBase, Mapped
from sqlalchemy.orm import mapped_column as column


class Base(DeclarativeBase): ...


class Timestamps:
    created_at: Mapped[datetime] = column(nullable=False)  # expect: implicit-column-type
# file: app/users/models.py
from sqlalchemy import ForeignKey, Integer

from app.db import Base, Timestamps, column
from sqlalchemy.orm import Mapped


class User(Timestamps, Base):
    __tablename__ = "users"
    id: Mapped[int] = column(Integer, primary_key=True)


class Post(Timestamps, Base):
    __tablename__ = "posts"
    id: Mapped[int] = column("post_id", Integer, primary_key=True)
    author_id: Mapped[int] = column(ForeignKey("users.id"))  # expect: implicit-column-type
    slug: Mapped[str | None] = column("slug", unique=True)  # expect: implicit-column-type
