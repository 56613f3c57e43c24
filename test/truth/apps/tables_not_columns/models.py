"""What looks like a column and is none; what does not and is."""

import dataclasses
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, String, func, select
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import (
    DeclarativeBase,
    DynamicMapped,
    Mapped,
    MappedColumn,
    Session,
    WriteOnlyMapped,
    column_property,
    composite,
    declared_attr,
    mapped_column,
    query_expression,
    relationship,
    synonym,
    validates,
)


class Base(DeclarativeBase):
    pass


@dataclasses.dataclass
class Point:
    x: int
    y: int


@dataclasses.dataclass
class Address:
    street: str
    zip: str | None


class HasAlias:
    @declared_attr
    def alias(cls) -> Mapped[str]:
        return synonym("title")


class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: MappedColumn[int] = mapped_column(ForeignKey("orders.id"))
    count: Mapped[int]


class Order(HasAlias, Base):
    __tablename__ = "orders"
    registry_name: ClassVar[str] = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    first: Mapped[str] = mapped_column(String(10))
    last: Mapped[str] = mapped_column(String(10))
    lines: Mapped[list["Line"]] = relationship()
    dynamic: DynamicMapped["Line"] = relationship(overlaps="lines")
    write_only: WriteOnlyMapped[Line] = relationship(overlaps="lines,dynamic")
    counts: AssociationProxy[list[int]] = association_proxy("lines", "count")
    unannotated_counts = association_proxy("lines", "count")
    also_title: Mapped[str] = synonym("title")
    full: Mapped[str] = column_property(first + " " + last)
    number: Mapped[int] = column_property(mapped_column("number_column"))
    line_count: Mapped[int] = column_property(select(func.count(Line.id)).where(Line.order_id == id).scalar_subquery())
    start: Mapped[Point] = composite(mapped_column("start_x"), mapped_column("start_y"))
    address: Mapped[Address] = composite("street", "zip_code")
    street: Mapped[str]
    zip_code: Mapped[str | None]
    expression: Mapped[Any] = query_expression()

    @hybrid_property
    def shout(self) -> str:
        return self.title.upper()

    @validates("title")
    def check(self, key: str, value: str) -> str:
        return value


Order.added = mapped_column(String(3))
Order.computed = column_property(func.upper(Order.title))
assert Session
