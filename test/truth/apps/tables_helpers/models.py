"""Models over them."""

from sqlalchemy import Column, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

import columns as c
from columns import RequiredColumn, fk, key, make_model, reference, required, short


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "authors"
    id = key()
    name: Mapped[str] = required(String(10), unique=True)


class Doc(reference("author"), Base):
    __tablename__ = "docs"
    id: Mapped[int] = mapped_column(primary_key=True)
    writer_id: Mapped[int] = fk("authors")
    editor_id: Mapped[int | None] = c.fk("authors", index=True)
    writer_name: Mapped[str] = fk("authors", column="name", nullable=True)
    title: Mapped[str] = short()
    code: Mapped[str] = short(4, unique=True, index=False)
    size = RequiredColumn(Integer)
    note = RequiredColumn(String, nullable=True)

    __table_args__ = tuple(UniqueConstraint(n) for n in ("writer_name",)) + (Index("ix_w", "writer_id", "title"),)


Tag = make_model(Base, "Tag", "tags")
Label = make_model(Base, name="Label", table="labels")
Dynamic = type("Dynamic", (Base,), {"__tablename__": "dynamics", "id": Column(Integer, primary_key=True)})
