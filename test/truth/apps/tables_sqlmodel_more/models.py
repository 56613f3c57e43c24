"""Regions and shops."""

import enum
import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Optional

from pydantic import ConfigDict
from sqlalchemy import Column, Enum, ForeignKey, Integer, Text, func
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import declared_attr
from sqlmodel import AutoString, Field, MetaData, Relationship, SQLModel


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Model(SQLModel):
    model_config = ConfigDict(populate_by_name=True)
    metadata = MetaData(schema="geo")

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return f"{cls.__name__.lower()}s"


class UuidKey(SQLModel):
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True, index=True, nullable=False)


class Tracked(SQLModel):
    created: datetime | None = Field(
        default_factory=lambda: datetime.now(UTC), sa_column_kwargs={"server_default": func.now(), "nullable": False}
    )
    day: date = Field(default_factory=date.today)


class RegionBase(Model):
    name: str = Field(min_length=1, max_length=30, unique=True)
    level: Level = Field(default=Level.LOW, sa_type=Enum(Level, native_enum=False))


class Region(RegionBase, Tracked, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    parent_id: Optional[int] = Field(default=None, foreign_key="geo.regions.id", index=True)
    shops: list["Shop"] = Relationship(back_populates="region")


class RegionRead(RegionBase):
    id: int


class Shop(Model, UuidKey, Tracked, table=True):
    __tablename__ = "outlets"
    __table_args__ = {"schema": "trade"}
    name: Annotated[str, Field(index=True)]
    opens: time
    lasts: timedelta | None = None
    status: Level = Field(sa_column=Column(Enum(Level), nullable=False))
    codes: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False, server_default="{}"))
    data: dict[str, str] = Field(default={}, sa_type=JSONB, nullable=True)
    region_id: int = Field(foreign_key="geo.regions.id")
    keeper_id: int = Field(sa_type=Integer, sa_column_args=[ForeignKey("geo.regions.id")])
    phone: str | None = Field(default=None, sa_type=AutoString(9))
    region: Region = Relationship(back_populates="shops", sa_relationship_kwargs={"foreign_keys": "Shop.region_id"})


class Settings(SQLModel):
    """No table."""

    id: int = Field(primary_key=True)
