"""Models that are dataclasses."""

import uuid
from dataclasses import KW_ONLY
from datetime import UTC, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, registry, relationship

reg = registry()


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    pass


class Stamped(MappedAsDataclass, kw_only=True):
    created: Mapped[datetime] = mapped_column(default_factory=lambda: datetime.now(UTC))
    is_deleted: Mapped[bool] = mapped_column(default=False, index=True)


class User(Stamped, Base):
    __tablename__ = "user"

    id: Mapped[int] = mapped_column(autoincrement=True, primary_key=True, init=False)
    name: Mapped[str] = mapped_column(String(30))
    email: Mapped[str] = mapped_column(String(50), unique=True, index=True)
    uid: Mapped[uuid.UUID] = mapped_column(default_factory=uuid.uuid4, unique=True)
    tier_id: Mapped[int | None] = mapped_column(ForeignKey("tier.id"), default=None, init=False)
    tier: Mapped["Tier | None"] = relationship(default=None, repr=False)


class Tier(Base):
    __tablename__ = "tier"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    name: Mapped[str] = mapped_column(default="x")


@reg.mapped_as_dataclass
class Point:
    __tablename__ = "point"
    x: Mapped[int] = mapped_column(primary_key=True)
    y: Mapped[int] = mapped_column(primary_key=True, default=0)


@reg.mapped
class Mark:
    __tablename__ = "mark"
    id: Mapped[int] = mapped_column(primary_key=True)
    note: Mapped[str | None]


assert KW_ONLY
