"""Columns stated by annotation, by type, by both and by name."""

import datetime
import decimal
import enum
import uuid
from typing import Any, Literal, Optional, Union

from sqlalchemy import JSON, BigInteger, Enum, LargeBinary, Numeric, String, Text, func
from sqlalchemy.orm import DeclarativeBase, Mapped, deferred, mapped_column


class Base(DeclarativeBase):
    pass


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Everything(Base):
    __tablename__ = "everything"

    id: Mapped[int] = mapped_column(primary_key=True)
    bare: Mapped[str]
    optional: Mapped[Optional[str]]
    union: Mapped[str | None]
    old_union: Mapped[Union[int, None]]
    none_first: Mapped[None | float]
    quoted: Mapped["datetime.datetime | None"]
    whole_quoted: "Mapped[bool]"
    stated_null: Mapped[str] = mapped_column(nullable=True)
    stated_not_null: Mapped[str | None] = mapped_column(nullable=False)
    sized: Mapped[str] = mapped_column(String(30), unique=True)
    big: Mapped[int] = mapped_column(BigInteger, index=True)
    money: Mapped[decimal.Decimal] = mapped_column(Numeric(10, 2))
    plain_decimal: Mapped[decimal.Decimal]
    day: Mapped[datetime.date]
    clock: Mapped[datetime.time]
    span: Mapped[datetime.timedelta]
    moment: Mapped[datetime.datetime] = mapped_column(server_default=func.now())
    key: Mapped[uuid.UUID] = mapped_column(default=uuid.uuid4)
    blob: Mapped[bytes]
    stated_blob: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    color: Mapped[Color]
    maybe_color: Mapped[Color | None] = mapped_column(Enum(Color, name="color_kind"))
    size: Mapped[Literal["s", "m", "l"]]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    unannotated = mapped_column(Text)
    unannotated_not_null = mapped_column(Text, nullable=False)
    renamed: Mapped[int] = mapped_column("database_name")
    renamed_by_key: Mapped[int] = mapped_column(name="other_name")
    late: Mapped[str] = deferred(mapped_column(Text))
    late_too: Mapped[str] = mapped_column(Text, deferred=True)
    counted: Mapped[int] = mapped_column(default=0, server_default="0", comment="a number")
    not_a_column: int = 3

    __mapper_args__ = {"eager_defaults": True}


class Referring(Base):
    __tablename__ = f"referring_{'things'}"

    first: Mapped[int] = mapped_column(primary_key=True)
    second: Mapped[uuid.UUID] = mapped_column(primary_key=True)


class Unmapped:
    """Not a table: no base."""

    __tablename__ = "unmapped"
    id: Mapped[int] = mapped_column(primary_key=True)
