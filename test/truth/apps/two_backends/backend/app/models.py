"""A table of the first."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "backend_users"
    id: Mapped[int] = mapped_column(primary_key=True)
