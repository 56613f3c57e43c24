# file: app/users/models.py
from somewhere import Money, text_of
from sqlalchemy import Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(text_of(80))
    money: Mapped[Money]
    others: Mapped[str] = mapped_column(*text_of.columns)
# file: alembic/versions/0001.py
from sqlalchemy.orm import DeclarativeBase, Mapped

revision = "1"
down_revision = None


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"
    name: Mapped[str]
