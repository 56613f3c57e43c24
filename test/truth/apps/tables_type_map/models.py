"""Models over the aliases, with annotations that are never evaluated by Python itself."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Any, Optional

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

import aliases
from aliases import Base, Code, Ident, OtherBase, big, intpk, long_text, owner_fk, str50, str_unique, timestamp, uuidpk

__all__ = ["Owner", "Pet", "Plain"]


class Owner(Base):
    __tablename__ = "owners"

    id: Mapped[intpk]
    name: Mapped[str50]
    nick: Mapped[Optional[str50]]
    email: Mapped[str_unique]
    created: Mapped[timestamp]
    updated: Mapped[timestamp | None]
    seen: Mapped[datetime.datetime | None]
    about: Mapped[long_text]
    pets: Mapped[list[Pet]] = relationship(back_populates="owner", foreign_keys="Pet.owner_id")


class Pet(Base):
    __tablename__ = "pets"

    id: Mapped[aliases.uuidpk]
    owner_id: Mapped[owner_fk]
    second_owner_id: Mapped[owner_fk | None]
    extra: Mapped[dict[str, Any]]
    labels: Mapped[list[str] | None]
    price: Mapped[Decimal]
    ident: Mapped[Ident]
    number: Mapped[big]
    code: Mapped[Code]
    overridden: Mapped[str_unique] = mapped_column(String(10), index=False)
    inline: Mapped[Annotated[str, mapped_column(String(5))]]
    owner: Mapped[Owner] = relationship(back_populates="pets", foreign_keys="Pet.owner_id")


class Plain(OtherBase):
    __tablename__ = "plain"

    id: Mapped[intpk]
    name: Mapped[str]
    amount: Mapped[int | None]
    ratio: Mapped[float]


assert ForeignKey and uuidpk
