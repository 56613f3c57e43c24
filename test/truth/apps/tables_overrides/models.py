"""Overriding in every direction."""

import uuid
from collections.abc import Callable
from typing import Any

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, String, UniqueConstraint, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls) -> str | None:
        return None if cls.__dict__.get("single", False) else cls.__name__.lower()

    id: Mapped[int] = mapped_column(primary_key=True)


class First:
    shared: Mapped[str] = mapped_column(String(1))
    flag: Mapped[bool] = mapped_column(Boolean, default=False)


class Second:
    shared: Mapped[int] = mapped_column(Integer, nullable=True)
    other: Mapped[int]


class Args:
    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:
        return (Index(None, "shared"),)


class FirstWins(First, Second, Base):
    pass


class SecondWins(Second, First, Base):
    pass


class Own(First, Base):
    shared: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)


class Merged(Args, First, Base):
    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:
        return (*super().__table_args__, UniqueConstraint("flag"), {"comment": "both"})


class TypeOnly(First, Base):
    flag = mapped_column(BigInteger)


class Parent(Base):
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "parent"}


class Single(Parent):
    single = True
    extra: Mapped[int | None]
    __mapper_args__ = {"polymorphic_identity": "single"}


class Joined(Parent):
    id: Mapped[int] = mapped_column(ForeignKey("parent.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "joined"}


def with_note(cls: type[Any]) -> type[Any]:
    cls.note = mapped_column(String(7))
    return cls


@with_note
class Noted(Base):
    pass


def has_owner(table: str) -> type[Any]:
    class OwnerMixin:
        @declared_attr
        def owner_id(cls) -> Mapped[int]:
            return mapped_column(ForeignKey(f"{table}.id"), index=True)

    return OwnerMixin


class Owned(has_owner("parent"), Base):
    pass


class Inner(Base):
    __tablename__ = "outer_inner"

    class Meta:
        title: Mapped[str] = mapped_column(primary_key=True)

    callback: Callable[[], None] = staticmethod(lambda: None)
    __allow_unmapped__ = True
