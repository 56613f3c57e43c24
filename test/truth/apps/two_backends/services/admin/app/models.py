"""A table of the second, of the same class name."""

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "admin_users"
    id: Mapped[str] = mapped_column(String(10), primary_key=True)
