"""The base with a computed table name, and mixins."""

import re
from datetime import datetime

from sqlalchemy import DateTime, ForeignKey, Index, Integer, String, UniqueConstraint, func
from sqlalchemy.orm import DeclarativeBase, Mapped, declarative_mixin, declared_attr, mapped_column, relationship


def snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls) -> str:
        return snake(cls.__name__) + "s"


class IdMixin:
    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)


class TimeMixin:
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    updated_at: Mapped[datetime | None] = mapped_column(DateTime, onupdate=func.now(), index=True)


class SoftDeleteMixin:
    deleted_at: Mapped[datetime | None]

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None


@declarative_mixin
class OwnedMixin(IdMixin):
    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("accounts.id"), index=True)

    @declared_attr
    def owner(cls):
        return relationship("Account")


class NamedMixin:
    name_length = 40

    @declared_attr
    def name(cls) -> Mapped[str]:
        return mapped_column(String(cls.name_length), nullable=False)

    @declared_attr.directive
    def __table_args__(cls):
        return (UniqueConstraint("name", name=f"uq_{cls.__tablename__}_name"),)


class Entity(Base, IdMixin, TimeMixin):
    __abstract__ = True
    version: Mapped[int] = mapped_column(Integer, default=1)


class AuditedEntity(Entity, SoftDeleteMixin):
    __abstract__ = True
    audited_by: Mapped[str | None] = mapped_column(String(20))

    @declared_attr.directive
    def __table_args__(cls):
        return (Index(f"ix_{cls.__name__.lower()}_audit", "audited_by", "version"),)
