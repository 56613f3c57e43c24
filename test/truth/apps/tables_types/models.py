"""One table with a column of each type."""

import enum
import uuid
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ARRAY, Integer, String
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.dialects.postgresql import ARRAY as PG_ARRAY
from sqlalchemy.dialects.postgresql import CITEXT, ENUM, INET, INTERVAL, JSONB, TIMESTAMP, TSVECTOR, UUID
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

import types_own
from types_own import Email, Guid, JsonText, LongString, Money, MutableJson, Point


class Base(DeclarativeBase):
    type_annotation_map = {dict[str, str]: JSONB, types_own.Point: Point}


class Mood(str, enum.Enum):
    GOOD = "good"


class Row(Base):
    __tablename__ = "rows"
    id: Mapped[uuid.UUID] = mapped_column(UUID(as_uuid=True), primary_key=True)
    uid = mapped_column(sa.UUID, server_default=sa.text("gen_random_uuid()"))
    sa_uuid = mapped_column(sa.Uuid(as_uuid=False))
    doc: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    mapped_doc: Mapped[dict[str, str]]
    mutable: Mapped[dict[str, Any]] = mapped_column(MutableJson)
    tags: Mapped[list[str]] = mapped_column(ARRAY(String))
    pg_tags: Mapped[list[int]] = mapped_column(PG_ARRAY(Integer, dimensions=2))
    dialect: Mapped[str] = mapped_column(postgresql.CIDR)
    tiny: Mapped[int] = mapped_column(mysql.TINYINT(1))
    address: Mapped[str] = mapped_column(INET())
    ci: Mapped[str] = mapped_column(CITEXT)
    vector = mapped_column(TSVECTOR)
    at = mapped_column(TIMESTAMP(timezone=True), nullable=False)
    span = mapped_column(INTERVAL)
    pg_enum: Mapped[Mood] = mapped_column(ENUM(Mood, name="mood"))
    str_enum: Mapped[Mood]
    enum_values: Mapped[str] = mapped_column(sa.Enum("a", "b", name="ab"))
    own: Mapped[Any] = mapped_column(JsonText)
    own_call: Mapped[str] = mapped_column(Guid())
    point: Mapped[Any] = mapped_column(Point, nullable=True)
    email: Mapped[str] = mapped_column(Email())
    module_own = mapped_column(types_own.JsonText())
    long: Mapped[str] = mapped_column(LongString)
    aliased = mapped_column(Money)
    variant: Mapped[int] = mapped_column(sa.BigInteger().with_variant(sa.Integer, "sqlite"))
    by_function = mapped_column(types_own.json_type())
    double = mapped_column(sa.Double)
    upper = mapped_column(sa.VARCHAR(5))
    interval = mapped_column(sa.Interval)
    pickle = mapped_column(sa.PickleType)
    big_text = mapped_column(sa.UnicodeText)
    numeric: Mapped[float] = mapped_column(sa.Numeric(10, 2, asdecimal=False))
    collated: Mapped[str] = mapped_column(sa.String(10, collation="nocase"))
    type_keyword: Mapped[str] = mapped_column(type_=sa.Text)
