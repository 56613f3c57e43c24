# file: app/users/models.py
from datetime import datetime

from sqlalchemy import DateTime
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)  # expect: implicit-column-type
    name: Mapped[str]  # expect: implicit-column-type
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
