"""Tables as values."""

import sqlalchemy as sa
from sqlalchemy import Column, Identity, Integer, MetaData, Sequence, String, Table, Uuid
from sqlalchemy.schema import Computed, ForeignKey

metadata = MetaData()
located = MetaData(schema="warehouse")


def id_column(name: str = "id") -> Column:
    return Column(name, Integer, primary_key=True)


def audit_columns() -> list[Column]:
    return [Column("created_by", String(30), nullable=False), Column("updated_by", String(30))]


def named_table(name: str, *columns: Column) -> Table:
    return Table(f"t_{name}", metadata, id_column(), *columns)


notes = sa.Table(
    "notes",
    metadata,
    sa.Column("id", sa.Integer, sa.Identity(always=True), primary_key=True),
    sa.Column("text", sa.String(length=120), nullable=False),
    sa.Column("done", sa.Boolean, default=False),
    sa.Column("width", sa.Integer),
    sa.Column("area", sa.Integer, Computed("width * width")),
    sa.Column("ticket", sa.BigInteger, Sequence("ticket_seq"), nullable=False),
    sa.Column("tag_id", sa.ForeignKey("t_tags.id"), index=True),
)
tags = named_table("tags", Column("label", String, unique=True))
logs = named_table("logs", *audit_columns(), Column("note_id", None, ForeignKey(notes.c.id)))
crates = Table("crates", located, Column("id", Uuid, primary_key=True), Column("no", Integer, Identity(), nullable=False))
pallets = Table("pallets", located, Column("id", Uuid, ForeignKey("warehouse.crates.id"), primary_key=True))
plain = Table("plain", metadata, Column("a", String), Column("b", String, quote=True))

for year in (2023, 2024):
    Table(f"events_{year}", metadata, id_column("event_id"), Column("what", String(9)))

plain.append_column(Column("c", Integer))
