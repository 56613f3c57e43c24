"""Imperative mapping of plain classes, and a declarative class over a given table."""

from dataclasses import dataclass

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, registry, relationship

from core import metadata, notes

mapper_registry = registry(metadata=metadata)


@dataclass
class Customer:
    id: int
    name: str


class Note:
    pass


class Base(DeclarativeBase):
    metadata = metadata


class Hybrid(Base):
    __table__ = Table(
        "hybrid",
        Base.metadata,
        Column("id", Integer, primary_key=True),
        Column("customer_id", ForeignKey("customers.id"), nullable=False),
    )
    customer = relationship(Customer)


customers = Table(
    "customers",
    mapper_registry.metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(50), key="full_name"),
)


def start_mappers() -> None:
    mapper_registry.map_imperatively(Customer, customers)
    mapper_registry.map_imperatively(Note, notes, properties={"body": notes.c.text})
