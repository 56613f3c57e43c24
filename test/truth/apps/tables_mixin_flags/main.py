"""Mixins whose `declared_attr` asks the class for a flag that only some classes set."""

from typing import Generic, TypeVar

from fastapi import FastAPI
from sqlalchemy import Boolean, Column, ForeignKey, Integer, String
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.orm import DeclarativeBase, Mapped, declarative_base, declared_attr, mapped_column

T = TypeVar("T")
app = FastAPI()


class Base(AsyncAttrs, DeclarativeBase):
    pass


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)


class Owned:
    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        if getattr(cls, "__one__", False):
            return mapped_column(ForeignKey("owner.id"), unique=True)
        return mapped_column(ForeignKey("owner.id"), index=True)

    @declared_attr
    def note(cls) -> Mapped[str]:
        return mapped_column(String(getattr(cls, "note_length", 100)), nullable=hasattr(cls, "note_length"))


class Kept(Generic[T]):
    @declared_attr
    def kept(cls):
        kind = getattr(cls, "__kept_as__", None)
        return Column(Boolean if kind is None else String, nullable=not getattr(cls, "always_kept", True))


class Passport(Owned, Base):
    __tablename__ = "passport"
    __one__ = True
    id: Mapped[int] = mapped_column(primary_key=True)


class Ticket(Owned, Kept[int], Base):
    __tablename__ = "ticket"
    note_length = 20
    id: Mapped[int] = mapped_column(primary_key=True)


Older = declarative_base()


class Stamp(Kept[str], Older):
    __tablename__ = "stamp"
    __kept_as__ = "text"
    always_kept = False
    id = Column(Integer, primary_key=True)


class Letter(Kept[str], Older):
    __tablename__ = "letter"
    id = Column(Integer, primary_key=True)
