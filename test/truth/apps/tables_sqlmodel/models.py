"""Heroes and teams."""

import enum
import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Optional

from pydantic import EmailStr as PydanticEmail
from pydantic import HttpUrl
from sqlalchemy import JSON, Column, DateTime, ForeignKey, Index, String, Text, UniqueConstraint, func
from sqlmodel import Field, Relationship, SQLModel

Email = Annotated[str, "email"]
assert PydanticEmail and HttpUrl


class Power(str, enum.Enum):
    FIRE = "fire"


class Stamped(SQLModel):
    created_at: datetime = Field(default_factory=datetime.now, nullable=False)
    updated_at: datetime | None = Field(default=None, sa_type=DateTime(timezone=True), index=True)


class HeroTeamLink(SQLModel, table=True):
    hero_id: uuid.UUID | None = Field(default=None, foreign_key="hero.id", primary_key=True)
    team_id: Optional[int] = Field(default=None, foreign_key="teams.id", primary_key=True)
    note: str


class HeroBase(SQLModel):
    name: str = Field(index=True, max_length=50)
    nick: Optional[str] = None
    email: Email = Field(unique=True)
    age: int | None = Field(default=None, ge=0)
    power: Power = Power.FIRE


class Hero(HeroBase, Stamped, table=True):
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    secret: str
    born: date | None
    price: Decimal = Field(default=0, max_digits=5, decimal_places=2)
    kind: str = "a"
    raw: bytes | None = None
    flag: bool = Field(default=True, sa_column_kwargs={"server_default": "1", "unique": True})
    ratio: float = 0.0
    data: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON))
    tags: list[str] = Field(default_factory=list, sa_type=JSON)
    body: str | None = Field(sa_column=Column("body_text", Text, nullable=False, index=True))
    stated: str | None = Field(default=None, nullable=False)
    boss_id: uuid.UUID | None = Field(default=None, foreign_key="hero.id", ondelete="SET NULL")
    home_id: int = Field(sa_column=Column(ForeignKey("teams.id"), nullable=False))
    aliased: str = Field(alias="other", default="x")
    teams: list["Team"] = Relationship(back_populates="heroes", link_model=HeroTeamLink)


class Team(SQLModel, table=True):
    __tablename__ = "teams"
    __table_args__ = (UniqueConstraint("name"), Index("ix_town", "town", "name"))
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=String(10))
    town: str
    heroes: list[Hero] = Relationship(back_populates="teams", link_model=HeroTeamLink)


class HeroCreate(HeroBase):
    secret: str




class CamelCaseName(SQLModel, table=True):
    id: int = Field(primary_key=True, sa_column_kwargs={"comment": "key"})
    at: datetime = Field(sa_column=Column(DateTime, server_default=func.now()))
