import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import type { PydanticMajor, Schema } from "./schema";
import { schemasOf } from "./schemas";

async function schemasIn(
  files: Readonly<Record<string, string>>,
  major: PydanticMajor = 2,
): Promise<readonly Schema[]> {
  const code = await codeBaseOf(files);
  return schemasOf(
    code.paths.map((path) => code.run(path)),
    code,
    major,
  ).schemas;
}

/** `name: type = default`, with `?` after names of fields that are not required. */
function shown({ fields }: Schema): readonly string[] {
  return fields.map(
    ({ name, required, type, default: value }) =>
      `${name}${required ? "" : "?"}: ${type}${value === null ? "" : ` = ${value}`}`,
  );
}

async function fieldsIn(text: string, name: string, major: PydanticMajor = 2) {
  const schemas = await schemasIn({ "a.py": text }, major);
  const found = schemas.find((schema) => schema.name === name);
  return found === undefined ? undefined : shown(found);
}

describe("schemas", () => {
  it("writes types as a person does", async () => {
    const fields = await fieldsIn(
      `
      import uuid, typing as t, datetime as dt
      from datetime import datetime
      from enum import Enum
      from typing import Annotated, List, Literal, Optional, Union
      from pydantic import BaseModel, conlist, constr
      Slug = Annotated[str, "lower case"]
      class Kind(str, Enum):
          A = "a"
      class Item(BaseModel):
          a: uuid.UUID
          b: Optional[List["Item"]]
          c: t.Dict[str, t.Any]
          d: Union[None, int, str]
          e: Literal["x", 1, Kind.A]
          f: Slug
          g: "Kind | None"
          h: constr(min_length=1)
          i: conlist(int)
          j: dt.datetime
          datetime: datetime
          k: t.Callable[[int], str]
      `,
      "Item",
    );
    expect(fields).toEqual([
      "a: UUID",
      "b: list[Item] | None",
      "c: dict[str, Any]",
      "d: int | str | None",
      'e: Literal["x", 1, Kind.A]',
      "f: Slug",
      "g: Kind | None",
      "h: str",
      "i: list[int]",
      "j: datetime",
      "datetime: datetime",
      "k: Callable[[int], str]",
    ]);
  });

  it("knows which fields are required in which version", async () => {
    const text = `
      from typing import Annotated, Optional
      from uuid import uuid4
      from pydantic import BaseModel, Field
      class A(BaseModel):
          a: Optional[int]
          b: Optional[int] = Field(...)
          c: int = 5
          d: list[int] = Field(default_factory=list)
          e: str = Field(default_factory=uuid4)
          f: Annotated[int, Field(default=3)]
          g: Annotated[int, Field(gt=1)] = 2
          h: int = Field(default_factory=lambda: 7)
          i: float = 1.0
      `;
    const rest = ["c?: int = 5", "d?: list[int] = []", "e?: str = uuid4()"];
    const last = ["f?: int = 3", "g?: int = 2", "h?: int = 7", "i?: float = 1.0"];
    expect(await fieldsIn(text, "A")).toEqual(["a: int | None", "b: int | None", ...rest, ...last]);
    expect(await fieldsIn(text, "A", 1)).toEqual([
      "a?: int | None = None",
      "b: int | None",
      ...rest,
      ...last,
    ]);
  });

  it("inherits fields across files in their order, mixins too, and fills in type variables", async () => {
    const schemas = await schemasIn({
      "app/__init__.py": "",
      "app/base.py": `
        from typing import Generic, TypeVar
        from pydantic import BaseModel
        T = TypeVar("T")
        class Schema(BaseModel):
            model_config = {"from_attributes": True}
        class Stamped:
            created: str
        class Page(Schema, Generic[T]):
            items: list[T]
            total: int = 0
      `,
      "app/users.py": `
        from .base import Page, Schema, Stamped
        class UserBase(Schema):
            name: str
            age: int
        class UserRead(Stamped, UserBase):
            name: str = "x"
        class Users(Page[UserRead], extra="forbid"): ...
      `,
    });
    expect(schemas.map((schema) => [schema.name, ...shown(schema)])).toEqual([
      ["Schema"],
      ["Page", "items: list[T]", "total?: int = 0"],
      ["UserBase", "name: str", "age: int"],
      ["UserRead", 'name?: str = "x"', "age: int", "created: str"],
      ["Users", "items: list[UserRead]", "total?: int = 0"],
    ]);
    expect(schemas.at(-1)?.fields.map(({ inheritedFrom }) => inheritedFrom)).toEqual([
      "Page",
      "Page",
    ]);
    expect([...(schemas.at(-1)?.config.keys() ?? [])]).toEqual(["from_attributes", "extra"]);
  });

  it("finds dataclasses, root models, typed dicts and created models, but no tables or settings", async () => {
    const schemas = await schemasIn({
      "a.py": `
        from dataclasses import dataclass, field
        from typing import ClassVar, NotRequired, TypedDict
        from pydantic import BaseModel, RootModel, create_model
        from pydantic_settings import BaseSettings
        from sqlmodel import Field, SQLModel
        @dataclass(frozen=True)
        class Point:
            x: int
            tags: list[str] = field(default_factory=list)
            kind: ClassVar[str] = "p"
        class Tags(RootModel[list[str]]): ...
        class Row(TypedDict):
            a: int
            b: NotRequired[str]
        class HeroBase(SQLModel):
            name: str = Field(index=True, max_length=5)
        class Hero(HeroBase, table=True):
            id: int | None = Field(default=None, primary_key=True)
        class HeroRead(HeroBase):
            id: int
        class Settings(BaseSettings):
            x: int
        class Outer(BaseModel):
            class Inner(BaseModel):
                z: int
            inner: Inner
        Filter = create_model("Filter", __base__=HeroBase, limit=(int, 10), q=(str, ...))
      `,
    });
    expect(schemas.map((schema) => [schema.kind, schema.name, ...shown(schema)])).toEqual([
      ["dataclass", "Point", "x: int", "tags?: list[str] = []"],
      ["pydantic", "Tags", "root: list[str]"],
      ["typed-dict", "Row", "a: int", "b?: str"],
      ["pydantic", "HeroBase", "name: str"],
      ["pydantic", "HeroRead", "name: str", "id: int"],
      ["pydantic", "Outer", "inner: Inner"],
      ["pydantic", "Inner", "z: int"],
      ["pydantic", "Filter", "name: str", "limit?: int = 10", "q: str"],
    ]);
  });

  it("reads constraints, aliases, descriptions and validators", async () => {
    const [schema] = await schemasIn({
      "a.py": `
        from typing import Annotated
        from annotated_types import Gt
        from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
        from pydantic.alias_generators import to_camel
        Positive = Annotated[int, Gt(0)]
        def check(value): return value
        class A(BaseModel):
            """What A is."""
            model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)
            first_name: str = Field(min_length=1, max_length=9, pattern="^a", description="Its name")
            size: Positive = Field(alias="Size", le=5)
            _secret: int = 1
            @field_validator("first_name", mode="before")
            @classmethod
            def strip(cls, value): return value
            @model_validator(mode="after")
            def whole(self): return self
            shared = field_validator("size")(check)
      `,
    });
    expect(schema?.description).toBe("What A is.");
    expect(schema?.fields.map(({ alias }) => alias)).toEqual(["firstName", "Size"]);
    expect(schema?.fields.map(({ constraints }) => constraints)).toEqual([
      { min_length: "1", max_length: "9", pattern: '"^a"' },
      { gt: "0", le: "5" },
    ]);
    expect(schema?.fields[0]?.description).toBe("Its name");
    expect(schema?.validators.map(({ name, mode, fields }) => [name, mode, ...fields])).toEqual([
      ["strip", "before", "first_name"],
      ["whole", "after"],
      ["shared", "after", "size"],
    ]);
  });

  it("reads the configuration and the bare defaults of Pydantic 1", async () => {
    const [, schema] = await schemasIn(
      {
        "a.py": `
        from pydantic import BaseModel, validator
        class Base(BaseModel):
            x: int
            class Config:
                orm_mode = True
        class A(Base):
            x = 5
            y = "a"
            class Config(Base.Config):
                allow_mutation = False
            @validator("x", pre=True)
            def check(cls, value): return value
      `,
      },
      1,
    );
    expect(schema && shown(schema)).toEqual(["x?: int = 5", 'y?: str = "a"']);
    expect([...(schema?.config.keys() ?? [])]).toEqual(["from_attributes", "frozen"]);
    expect(schema?.validators[0]?.mode).toBe("before");
  });

  it("survives a class that inherits from itself", async () => {
    const schemas = await schemasIn({
      "a.py": `
        from pydantic import BaseModel
        from b import B
        class A(B, BaseModel): x: int
      `,
      "b.py": "from a import A\nclass B(A): y: int",
    });
    expect(schemas.map(({ name }) => name)).toContain("A");
  });
});
