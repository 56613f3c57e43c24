"""One class for each way to state keys and indexes."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

PREFIX = "k_"


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"ix": "ix_%(column_0_label)s"})


class Parent(Base):
    __tablename__ = PREFIX + "parents"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(9), unique=True, index=True)


class Child(Base):
    __tablename__ = PREFIX + "children"
    __table_args__ = (
        UniqueConstraint("name"),
        UniqueConstraint("first", "second", name="pair"),
        Index("ix_second_first", "second", "first"),
        Index("ix_lower", func.lower("name")),
        CheckConstraint("first > 0"),
        {"comment": "children"},
    )
    id = mapped_column(Integer, primary_key=True)
    name: Mapped[str]
    first: Mapped[int]
    second: Mapped[int]
    by_string: Mapped[int] = mapped_column(ForeignKey("k_parents.id"))
    by_f_string: Mapped[int] = mapped_column(ForeignKey(f"{PREFIX}parents.id", ondelete="SET NULL"))
    by_attribute: Mapped[int | None] = mapped_column(ForeignKey(Parent.id))
    by_column: Mapped[str] = mapped_column(ForeignKey(Parent.__table__.c.code))
    type_from_key = mapped_column(ForeignKey("k_parents.code"))
    type_from_attribute = mapped_column(ForeignKey(Parent.id), nullable=False)
    two_keys: Mapped[int] = mapped_column(ForeignKey("k_parents.id"), ForeignKey("k_children.id"))


class Composite(Base):
    __tablename__ = PREFIX + "composite"
    __table_args__ = (
        PrimaryKeyConstraint("left", "right"),
        ForeignKeyConstraint(["left"], ["k_parents.id"]),
        ForeignKeyConstraint(columns=["right"], refcolumns=[Parent.id], name="right_fk"),
    )
    left: Mapped[int]
    right: Mapped[int]
    note: Mapped[str | None]


class Tail(Base):
    __tablename__ = PREFIX + "tail"
    __table_args__ = (
        ForeignKeyConstraint(["a", "b"], ["k_composite.left", "k_composite.right"]),
        Index(None, "b", unique=True),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int]
    b: Mapped[int]


class InSchema(Base):
    __tablename__ = "located"
    __table_args__ = {"schema": "far", "sqlite_autoincrement": True}
    id: Mapped[int] = mapped_column(primary_key=True)
    up: Mapped[int | None] = mapped_column(ForeignKey("far.located.id"))


class Declared(Base):
    __tablename__ = "declared"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column()
    rank: Mapped[int] = mapped_column()

    @declared_attr.directive
    def __table_args__(cls):
        return (UniqueConstraint(cls.slug), Index("ix_rank", cls.rank.desc()), {"schema": "far"})


class Outside(Base):
    __tablename__ = "outside"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    place: Mapped[str] = mapped_column("loc")
    kind: Mapped[str]
    only_in_text: Mapped[str]


Index("ix_email", Outside.email, unique=True)
Index("ix_place", Outside.__table__.c.loc, Outside.kind)
Index("ix_text", text("only_in_text")) if False else None

memberships = __import__("sqlalchemy").Table(
    "memberships",
    Base.metadata,
    Column("parent_id", ForeignKey("k_parents.id"), primary_key=True),
    Column("child_id", ForeignKey("k_children.id"), primary_key=True),
    Column("role", String, nullable=False, server_default="x"),
    UniqueConstraint("role"),
    Index("ix_role", "role"),
)
