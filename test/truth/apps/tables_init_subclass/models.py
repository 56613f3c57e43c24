"""Every table gets a prefix from the settings; a second base lives in a schema."""

from typing import Any

from pydantic_settings import BaseSettings
from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Settings(BaseSettings):
    table_prefix: str = "acme_"


settings = Settings()


def prefixed(name: str) -> str:
    return settings.table_prefix + name


class Base(DeclarativeBase):
    def __init_subclass__(cls, **kwargs: Any) -> None:
        if hasattr(cls, "__tablename__"):
            cls.__tablename__ = settings.table_prefix + cls.__tablename__
        super().__init_subclass__(**kwargs)


class Tenant(Base):
    __tablename__ = "tenants"
    id: Mapped[int] = mapped_column(primary_key=True)


class Member(Base):
    __tablename__ = "members"
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey(f"{settings.table_prefix}tenants.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey(prefixed("tenants.id")))
    direct_id: Mapped[int] = mapped_column(ForeignKey(Tenant.id, ondelete="CASCADE"))


class Auto(DeclarativeBase):
    metadata = MetaData(schema="auto")

    def __init_subclass__(cls, plural: bool = True, **kwargs: Any) -> None:
        cls.__tablename__ = cls.__name__.lower() + ("s" if plural else "")
        super().__init_subclass__(**kwargs)


class Engine(Auto):
    id: Mapped[int] = mapped_column(primary_key=True)


class Wheel(Auto, plural=False):
    id: Mapped[int] = mapped_column(primary_key=True)
    engine_id: Mapped[int] = mapped_column(ForeignKey("auto.engines.id"))
