"""The table."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from library import BaseUserTable


class Base(DeclarativeBase):
    pass


class User(BaseUserTable[int], Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    first_name: Mapped[str | None]
