"""The helpers."""

from functools import partial
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

required = partial(mapped_column, nullable=False)
key = partial(Column, Integer, primary_key=True)


def fk(table: str, *, column: str = "id", **options: Any) -> MappedColumn[Any]:
    return mapped_column(ForeignKey(f"{table}.{column}", ondelete="CASCADE"), **options)


def short(length: int = 20, **options: Any) -> MappedColumn[str]:
    options.setdefault("index", True)
    return mapped_column(String(length), **options)


def reference(name: str):
    class Mixin:
        pass

    setattr(Mixin, f"{name}_id", mapped_column(ForeignKey(f"{name}s.id")))
    return Mixin


class RequiredColumn(Column):
    inherit_cache = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("nullable", False)
        super().__init__(*args, **kwargs)


def make_model(base: type, name: str, table: str) -> type:
    class Made(base):
        __tablename__ = table
        id: Mapped[int] = mapped_column(primary_key=True)
        text: Mapped[str]

    Made.__name__ = name
    return Made
