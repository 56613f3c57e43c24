import { describe, expect, it } from "vitest";
import { columnsOf, tablesOf } from "./testing";

const base = `
from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): ...
`;
const id = "id: Mapped[int] = mapped_column(primary_key=True)";

describe("columns of declarative classes", () => {
  it("come from annotations, by type and None", async () => {
    const columns = await columnsOf(`${base}
class User(Base):
    __tablename__ = "users"
    ${id}
    name: Mapped[str | None]
    size: "Mapped[float]" = mapped_column("width", nullable=True)
`);
    expect(columns).toEqual([
      "users.id Integer not null key",
      "users.name String null",
      "users.width Float null",
    ]);
  });

  it("take types from the base's map and columns from Annotated", async () => {
    const columns = await columnsOf(`${base}
from typing import Annotated
from datetime import datetime
key = Annotated[int, mapped_column(primary_key=True)]
short = Annotated[str, 9]
class Own(DeclarativeBase):
    type_annotation_map = {datetime: TIMESTAMP(timezone=True), short: CHAR(9)}
class Log(Own):
    __tablename__ = "logs"
    id: Mapped[key]
    at: Mapped[datetime]
    code: Mapped[short | None]
`);
    expect(columns).toEqual([
      "logs.id Integer not null key",
      "logs.at TIMESTAMP not null",
      "logs.code CHAR null",
    ]);
  });

  it("come from mixins and the base, unless something nearer has their name", async () => {
    const columns = await columnsOf(`${base}
class Stamped:
    at: Mapped[int]
    gone: Mapped[int | None]
class Owned(Stamped):
    at: Mapped[str] = mapped_column(String(4))
    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey(f"{cls.owner}.id"))
class Thing(Owned, Base):
    __tablename__ = "things"
    owner = "things"
    gone = None
    ${id}
`);
    expect(columns).toEqual([
      "things.id Integer not null key",
      "things.at String not null",
      "things.owner_id Integer not null → things.id",
    ]);
  });

  it("are none for synonyms, proxies, relationships and expressions", async () => {
    const columns = await columnsOf(`${base}
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
class Alias:
    @declared_attr
    def other(cls) -> Mapped[int]:
        return synonym("id")
class Thing(Alias, Base):
    __tablename__ = "things"
    ${id}
    up: Mapped["Thing"] = relationship()
    names: AssociationProxy[list[str]] = association_proxy("up", "id")
    twice: Mapped[int] = column_property(id * 2)
`);
    expect(columns).toEqual(["things.id Integer not null key"]);
  });

  it("of a single-table subclass belong to its parent's table", async () => {
    const columns = await columnsOf(`${base}
class Animal(Base):
    __tablename__ = "animals"
    ${id}
class Dog(Animal):
    bark: Mapped[str | None]
class Cat(Animal):
    __tablename__ = "cats"
    id: Mapped[int] = mapped_column(ForeignKey(Animal.id), primary_key=True)
`);
    expect(columns).toEqual([
      "animals.id Integer not null key",
      "animals.bark String null",
      "cats.id Integer not null key → animals.id",
    ]);
  });

  it("can be added later, and in a composite", async () => {
    const columns = await columnsOf(`${base}
from dataclasses import dataclass
@dataclass
class Point:
    x: int
    y: int | None
class Mark(Base):
    __tablename__ = "marks"
    ${id}
    at: Mapped[Point] = composite(mapped_column("px"))
Mark.note = mapped_column(Text)
`);
    expect(columns).toEqual([
      "marks.id Integer not null key",
      "marks.px Integer not null",
      "marks.y Integer null",
      "marks.note Text null",
    ]);
  });
});

describe("keys and indexes", () => {
  it("are taken from __table_args__ and from an Index outside", async () => {
    const columns = await columnsOf(`${base}
class Pair(Base):
    __tablename__ = "pairs"
    __table_args__ = (
        PrimaryKeyConstraint("a", "b"), UniqueConstraint("c"),
        ForeignKeyConstraint(["b"], ["pairs.a"]), {"schema": "far"},
    )
    a: Mapped[int]
    b: Mapped[int]
    c: Mapped[int]
    d: Mapped[int]
Index("ix", Pair.d.desc(), Pair.c)
`);
    expect(columns).toEqual([
      "far.pairs.a Integer not null key",
      "far.pairs.b Integer not null key → pairs.a",
      "far.pairs.c Integer not null unique",
      "far.pairs.d Integer not null indexed",
    ]);
  });

  it("give a column without a type that of the column they point to", async () => {
    const columns = await columnsOf(`${base}
class A(Base):
    __tablename__ = "a"
    id = Column(BigInteger, primary_key=True)
class B(Base):
    __tablename__ = "b"
    id = Column(None, ForeignKey(A.id), primary_key=True)
    c = Column(ForeignKey("a.id"))
`);
    expect(columns.slice(1)).toEqual([
      "b.id BigInteger not null key → a.id",
      "b.c BigInteger null → a.id",
    ]);
  });
});

describe("names of tables", () => {
  it("are what __init_subclass__, declared_attr and settings make them", async () => {
    const { tables, unresolved } = await tablesOf(`${base}
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    prefix: str = "x_"
settings = Settings()
class Prefixed(DeclarativeBase):
    def __init_subclass__(cls):
        cls.__tablename__ = settings.prefix + cls.__tablename__
class Lower(DeclarativeBase):
    @declared_attr.directive
    @classmethod
    def __tablename__(cls):
        return cls.__name__.lower()
class A(Prefixed):
    __tablename__ = "a"
    ${id}
class Bee(Lower):
    ${id}
`);
    expect(tables.map(({ table }) => table)).toEqual(["x_a", "bee"]);
    expect(unresolved.map(({ what }) => what)).toEqual([
      "the setting prefix is taken to have its default",
    ]);
  });

  it("that are computed are unresolved, as are types", async () => {
    const { tables, unresolved } = await tablesOf(`${base}
import secrets
class A(Base):
    __tablename__ = secrets.token_hex()
    ${id}
class B(Base):
    __tablename__ = "b"
    ${id}
    kind = mapped_column(secrets.choice([Text]))
`);
    expect(tables.map((table) => [table.table, table.columns.length, table.isComplete])).toEqual([
      ["b", 1, false],
    ]);
    expect(unresolved.map(({ what, line }) => `${line} ${what}`)).toEqual([
      "5 the table of A has a name that is computed",
      "11 the column b.kind has a type that is computed",
    ]);
  });

  it("of migrations and tests are left out", async () => {
    const text = `${base}
class A(Base):
    __tablename__ = "a"
    ${id}
`;
    const columns = await columnsOf({
      "tests/models.py": text,
      "migrations/v1.py": `revision = "1"\ndown_revision = None\n${text}`,
    });
    expect(columns).toEqual([]);
  });
});

describe("bases", () => {
  it.each([
    ["declarative_base()", "from sqlalchemy.ext.declarative import declarative_base"],
    ["registry().generate_base()", "from sqlalchemy.orm import registry"],
    ["SQLAlchemy().Model", "from flask_sqlalchemy import SQLAlchemy"],
  ])("can be %s", async (made, imported) => {
    const columns = await columnsOf(`
${imported}
from sqlalchemy import Column, Integer
Base = ${made}
class A(Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
`);
    expect(columns).toEqual(["a.id Integer not null key"]);
  });

  it("can be a decorated class, or none with a registry's decorator", async () => {
    const columns = await columnsOf(`
from sqlalchemy import Column, Integer
from sqlalchemy.orm import Mapped, as_declarative, mapped_column, registry
reg = registry()
@as_declarative()
class Base:
    id = Column(Integer, primary_key=True)
class A(Base):
    __tablename__ = "a"
@reg.mapped_as_dataclass
class B:
    __tablename__ = "b"
    ${id}
`);
    expect(columns).toEqual(["a.id Integer not null key", "b.id Integer not null key"]);
  });
});

describe("Table objects", () => {
  it("are named by their variable and found in functions and loops", async () => {
    const { tables } = await tablesOf(`
from sqlalchemy import Column, Integer, MetaData, Table
meta = MetaData(schema="s")
def make(name):
    return Table(f"t_{name}", meta, Column("id", Integer, primary_key=True))
users = make("users")
for year in (1, 2):
    make(year)
`);
    expect(tables.map((one) => `${one.name} ${one.schema}.${one.table}`)).toEqual([
      "users s.t_users",
      "t_1 s.t_1",
      "t_2 s.t_2",
    ]);
  });

  it("join others, as relationships tell", async () => {
    const { tables } = await tablesOf(`${base}
links = Table("links", Base.metadata, Column("a", ForeignKey("a.id")), Column("b", ForeignKey("b.id")))
class A(Base):
    __tablename__ = "a"
    ${id}
    bs: Mapped[list["B"]] = relationship(secondary=links, back_populates="as_")
    c: Mapped["B"] = relationship(foreign_keys="A.b_id")
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"))
class B(Base):
    __tablename__ = "b"
    ${id}
`);
    const [a] = tables;
    expect(tables.find(({ table }) => table === "links")?.isAssociationTable).toBe(true);
    expect(
      a?.relationships.map((one) => [one.target?.name, one.secondary, one.isList, one.direction]),
    ).toEqual([
      ["B", "links", true, "many-to-many"],
      ["B", undefined, false, "many-to-one"],
    ]);
  });
});

describe("columns of another table", () => {
  it("are copied without foreign keys, or made anew of what they say", async () => {
    const columns = await columnsOf(`
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
class Base(DeclarativeBase): pass
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    other = mapped_column(ForeignKey("a.id"), index=True)
b = Table("b", Base.metadata, *[c.copy() for c in A.__table__.columns])
d = Table("d", MetaData(), *(Column(c.name, c.type, nullable=c.nullable) for c in b.c))
e = Table("e", MetaData(), *[c.copy() for c in b.c if c.name != "id"])
`);
    expect(columns).toEqual([
      "a.id Integer not null key",
      "a.other Integer null indexed → a.id",
      "b.id Integer not null key",
      "b.other Integer null indexed",
      "d.id Integer not null",
      "d.other Integer null",
    ]);
  });
});

describe("SQLModel", () => {
  it("takes fields of bases, names tables by their class, and types by its own rules", async () => {
    const columns = await columnsOf(`
import enum
from sqlmodel import Column, Field, Relationship, SQLModel, Text
class Kind(str, enum.Enum):
    A = "a"
class Named(SQLModel):
    name: str = Field(index=True, max_length=9)
    kind: Kind = Kind.A
class Hero(Named, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    text: str = Field(sa_column=Column("body", Text, nullable=False))
    team: "Team" = Relationship(back_populates="heroes")
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
class Public(Named):
    id: int
`);
    expect(columns).toEqual([
      "hero.name AutoString not null indexed",
      "hero.kind Enum not null",
      "hero.id Integer not null key",
      "hero.team_id Integer null → team.id",
      "hero.body Text not null",
      "team.id Integer not null key",
    ]);
  });

  it("gives the types of the version that is pinned", async () => {
    const models = `
import enum, uuid
from sqlmodel import Field, SQLModel
class Kind(str, enum.Enum):
    A = "a"
class Row(SQLModel, table=True):
    id: uuid.UUID = Field(primary_key=True)
    kind: Kind
`;
    const typesIn = async (sqlmodelExactly: string | undefined) =>
      (await columnsOf(models, { sqlmodelExactly })).map((column) => column.split(" ")[1]);
    expect(await typesIn("0.0.8")).toEqual(["GUID", "AutoString"]);
    expect(await typesIn("0.0.19")).toEqual(["GUID", "Enum"]);
    expect(await typesIn("0.0.20")).toEqual(["Uuid", "Enum"]);
    expect(await typesIn(undefined)).toEqual(["Uuid", "Enum"]);
  });
});
