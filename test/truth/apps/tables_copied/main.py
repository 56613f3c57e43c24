"""Tables that are made of the columns of others: `Model.__table__.columns`, `table.c`, copied or made anew."""

from fastapi import FastAPI
from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

app = FastAPI()


class Base(DeclarativeBase):
    pass


class Shop(Base):
    __tablename__ = "shop"
    id: Mapped[int] = mapped_column(primary_key=True)


class Book(Base):
    __tablename__ = "book"
    __table_args__ = (UniqueConstraint("title"), Index("ix_book_shop", "pages"))
    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"), index=True)
    short: Mapped[str | None] = mapped_column("short_title", String(30), unique=True)
    title: Mapped[str]
    pages: Mapped[int | None]
    shop_copy = mapped_column(ForeignKey("shop.id"))


book_history = Table("book_history", Base.metadata, *[c.copy() for c in Book.__table__.columns])

book_audit = Table(
    "book_audit",
    Base.metadata,
    Column("version", Integer, primary_key=True),
    *(column._copy() for column in Book.__table__.c),
    Column("changed", DateTime, nullable=False),
)

plain = MetaData()
places = Table("places", plain, Column("code", String(4), primary_key=True), Column("name", String, index=True, nullable=False))
old_places = Table("old_places", plain, *[Column(c.name, c.type, nullable=True) for c in places.columns])
older_places = Table("older_places", plain, *[Column(c.name, c.type) for c in places.c])
same_places = Table("same_places", plain, *[Column(c.name, c.type, primary_key=c.primary_key, nullable=c.nullable) for c in places.c])


def history_of(model: type[Base]) -> Table:
    name = f"{model.__tablename__}_log"
    return Table(name, model.metadata, Column("log_id", Integer, primary_key=True), *[c.copy() for c in model.__table__.columns])


shop_log = history_of(Shop)

appended = Table("appended", plain, Column("id", Integer, primary_key=True))
for column in places.columns:
    appended.append_column(column._copy())
