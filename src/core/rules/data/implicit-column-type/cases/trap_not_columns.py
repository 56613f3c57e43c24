# file: app/users/models.py
from typing import ClassVar

from pydantic import BaseModel
from sqlalchemy import Integer, String
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlmodel import Field, SQLModel


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"
    limit: ClassVar[int] = 5
    id: Mapped[int] = mapped_column("id", Integer, primary_key=True)
    posts: Mapped[list["Post"]] = relationship()

    @hybrid_property
    def name(self) -> str:
        return "x"


class Post(Base):
    __tablename__ = "posts"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    title: Mapped[str] = mapped_column(String)


class Schema(BaseModel):
    name: str


class Item(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
