"""Tables that take most of their columns from elsewhere, and override some."""

from datetime import datetime

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from base import AuditedEntity, Base, Entity, IdMixin, NamedMixin, OwnedMixin, TimeMixin


class Account(Entity):
    email: Mapped[str] = mapped_column(String(100), unique=True)


class PurchaseOrder(AuditedEntity):
    total: Mapped[float]


class HTTPLog(OwnedMixin, Base):
    status: Mapped[int]


class Category(NamedMixin, IdMixin, Base):
    name_length = 10
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)


class Box(NamedMixin, Entity):
    __tablename__ = "boxes"
    updated_at: Mapped[datetime] = mapped_column(index=False)


class Pluralised(IdMixin, TimeMixin, Base):
    @declared_attr.directive
    def __tablename__(cls) -> str:
        return f"{cls.__name__.lower()}_rows"


class Helper(TimeMixin):
    """No base: no table."""
