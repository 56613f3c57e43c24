import { describe, expect, test } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { compareContracts } from "./compareContracts";
import { readContract } from "./readContract";

/** `! endpoint GET /x: what; what` for every change; `!` marks what breaks. */
async function changes(before: string, now: string): Promise<readonly string[]> {
  const [old, own] = await Promise.all(
    [before, now].map(async (text) => readContract(await codeBaseOf({ "main.py": text }))),
  );
  if (old === undefined || own === undefined) throw new Error("no contract");
  return compareContracts(old, own).map(({ part, kind, name, breaking, details }) => {
    const said = details.map((one) => `${one.breaking ? "!" : ""}${one.what}`).join("; ");
    return `${breaking ? "!" : "-"} ${part} ${name} ${kind}${said && `: ${said}`}`;
  });
}

const head = `
from enum import StrEnum
from typing import Annotated, Literal, Optional
from uuid import UUID
from fastapi import Depends, FastAPI, Header, Query
from fastapi.security import HTTPBearer
from pydantic import BaseModel, Field
app = FastAPI()
`;

/** The changes of an endpoint, without those of its schemas. */
async function endpoint(before: string, now: string): Promise<readonly string[]> {
  return (await changes(head + before, head + now)).filter((one) => / endpoint /.test(one));
}

describe("endpoints", () => {
  const get = (path: string, args = "", more = "") =>
    `@app.get("${path}"${more})\ndef read(${args}): ...\n`;

  test("come, go and move", async () => {
    expect(await endpoint("", get("/a"))).toEqual(["- endpoint GET /a added"]);
    expect(await endpoint(get("/a"), "")).toEqual(["! endpoint GET /a removed"]);
    expect(await endpoint(get("/a"), get("/b"))).toEqual([
      "! endpoint GET /b changed: !was GET /a",
    ]);
  });

  test("may call a path parameter by another name, but not change its type", async () => {
    expect(await endpoint(get("/a/{x}", "x: int"), get("/a/{y}", "y: int"))).toEqual([]);
    expect(await endpoint(get("/a/{x}", "x: str"), get("/a/{x}", "x: int"))).toEqual([
      "! endpoint GET /a/{x} changed: !path x was str, is int",
    ]);
  });

  test("parameters: what is required narrows, what is optional does not", async () => {
    expect(await endpoint(get("/a"), get("/a", "q: str"))).toEqual([
      "! endpoint GET /a changed: !query q is new and required",
    ]);
    expect(await endpoint(get("/a"), get("/a", 'q: str = ""'))).toEqual([
      "- endpoint GET /a changed: query q is new",
    ]);
    expect(await endpoint(get("/a", "q: int = 1"), get("/a", "q: int"))).toEqual([
      "! endpoint GET /a changed: !query q is required now",
    ]);
    expect(await endpoint(get("/a", "q: int"), get("/a", "q: float"))).toEqual([
      "- endpoint GET /a changed: query q was int, is float",
    ]);
    expect(await endpoint(get("/a", "q: str"), get("/a", "x_tag: str = Header()"))).toEqual([
      "! endpoint GET /a changed: !header x-tag is new and required; query q is gone",
    ]);
  });

  test("status and authentication", async () => {
    expect(await endpoint(get("/a"), get("/a", "", ", status_code=204"))).toEqual([
      "! endpoint GET /a changed: !answered with 200, answers with 204",
    ]);
    expect(await endpoint(get("/a"), get("/a", "token=Depends(HTTPBearer())"))).toEqual([
      "! endpoint GET /a changed: !asks for HTTPBearer now",
    ]);
  });
});

describe("bodies and answers", () => {
  const model = (fields: string, config = "") =>
    `class Item(BaseModel):\n${config}${fields.replace(/^/gm, "    ")}\n`;
  const sent = "@app.post('/a')\ndef make(item: Item): ...\n";
  const answered = "@app.get('/a')\ndef read() -> list[Item]: ...\n";

  test("a new required field breaks who sends, not who reads", async () => {
    const [before, now] = [model("a: int"), model("a: int\nb: int")];
    expect(await endpoint(before + sent, now + sent)).toEqual([
      "! endpoint POST /a changed: !body b is new and required",
    ]);
    expect(await endpoint(before + answered, now + answered)).toEqual([
      "- endpoint GET /a changed: response[].b is new",
    ]);
  });

  test("a field that is gone breaks who reads, and who sends where fields are counted", async () => {
    const [before, now] = [model("a: int\nb: int"), model("a: int")];
    expect(await endpoint(before + answered, now + answered)).toEqual([
      "! endpoint GET /a changed: !response[].b is gone",
    ]);
    expect(await endpoint(before + sent, now + sent)).toEqual([
      "- endpoint POST /a changed: body b is gone",
    ]);
    const strict = model("a: int", "    model_config = {'extra': 'forbid'}\n");
    expect(await endpoint(before + sent, strict + sent)).toEqual([
      "! endpoint POST /a changed: !body b is gone",
    ]);
  });

  test("None and members of an enumeration", async () => {
    const [int, none] = [model("a: int"), model("a: int | None")];
    expect(await endpoint(int + sent, none + sent)).toEqual([
      "- endpoint POST /a changed: body a may be None now",
    ]);
    expect(await endpoint(int + answered, none + answered)).toEqual([
      "! endpoint GET /a changed: !response[].a may be None now",
    ]);
    expect(await endpoint(none + sent, int + sent)).toEqual([
      "! endpoint POST /a changed: !body a is no None any more",
    ]);
    const kind = (values: string) => `class Kind(StrEnum):\n    ${values}\n${model("a: Kind")}`;
    expect(await endpoint(kind("A = 'a'; B = 'b'") + sent, kind("A = 'a'") + sent)).toEqual([
      '! endpoint POST /a changed: !body a is no "b" any more',
    ]);
  });

  test("an alias is the name that counts, and a type is what it stands for", async () => {
    const [before, now] = [model("a: Optional[UUID]"), model("b: UUID | None = Field(alias='a')")];
    expect(await endpoint(before + answered, now + answered)).toEqual([]);
  });

  test("limits narrow what may be sent", async () => {
    const limited = (most: number) => model(`a: str = Field(max_length=${most})`);
    expect(await endpoint(limited(10) + sent, limited(5) + sent)).toEqual([
      "! endpoint POST /a changed: !body a has max_length=5 now",
    ]);
    expect(await endpoint(limited(5) + sent, limited(10) + sent)).toEqual([
      "- endpoint POST /a changed: body a has max_length=10 now",
    ]);
    expect(await endpoint(limited(10) + answered, limited(5) + answered)).toEqual([
      "- endpoint GET /a changed: response[].a has max_length=5 now",
    ]);
  });

  test("what is excluded is in no answer, and what is computed in no request", async () => {
    const before = model("a: int\nb: int = Field(exclude=True)");
    const now = model("a: int\nb: str = Field(exclude=True)");
    expect(await endpoint(before + answered, now + answered)).toEqual([]);
    expect((await endpoint(before + sent, now + sent))[0]).toMatch(/^!/);
    const computed = (type: string) =>
      `from pydantic import computed_field\n${model(`a: int\n@computed_field\n@property\ndef b(self) -> ${type}: ...`)}`;
    expect(await endpoint(computed("int") + answered, computed("str") + answered)).toEqual([
      "! endpoint GET /a changed: !response[].b was int, is str",
    ]);
    expect(await endpoint(computed("int") + sent, computed("str") + sent)).toEqual([]);
  });

  test("another model with the same fields is no change", async () => {
    const two = `${model("a: int")}class Other(BaseModel):\n    a: int\n`;
    const other = two + answered.replace("Item", "Other");
    expect(await endpoint(two + answered, other)).toEqual([]);
  });

  test("a model within itself ends", async () => {
    const tree = (type: string) => model(`a: ${type}\nchildren: list["Item"] = []`);
    expect(await endpoint(tree("str") + answered, tree("int") + answered)).toEqual([
      "! endpoint GET /a changed: !response[].a was str, is int",
    ]);
  });

  test("schemas are judged by how they are used", async () => {
    const both = await changes(
      head + model("a: int\nb: int") + answered,
      head + model("a: int") + answered,
    );
    expect(both).toContain("! schema Item changed: !b is gone");
    const unused = await changes(head + model("a: int\nb: int"), head + model("a: int"));
    expect(unused).toEqual(["- schema Item changed: b is gone"]);
  });
});

describe("tables", () => {
  const table = (columns: string) => `
from sqlalchemy import BigInteger, ForeignKey, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
class Base(DeclarativeBase): ...
class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
${columns.replace(/^/gm, "    ")}
`;
  test.each([
    [
      "",
      "a: Mapped[str]",
      "! table users changed: !a is new, NOT NULL and without a server default",
    ],
    ["", "a: Mapped[str | None]", "- table users changed: a is new"],
    ["", "a: Mapped[str] = mapped_column(server_default='')", "- table users changed: a is new"],
    ["a: Mapped[str]", "", "! table users changed: !a is gone"],
    ["a: Mapped[str | None]", "a: Mapped[str]", "! table users changed: !a is NOT NULL now"],
    [
      "a: Mapped[int]",
      "a: Mapped[int] = mapped_column(BigInteger)",
      "- table users changed: a was Integer, is BigInteger",
    ],
    ["a: Mapped[int]", "a: Mapped[str]", "! table users changed: !a was Integer, is String"],
    [
      "a: Mapped[int]",
      "a: Mapped[int] = mapped_column(unique=True)",
      "! table users changed: !a is unique now",
    ],
    [
      "a: Mapped[int]",
      "a: Mapped[int] = mapped_column(index=True)",
      "- table users changed: a has an index now",
    ],
  ])("%s becomes %s", async (before, now, said) => {
    expect(await changes(table(before), table(now))).toEqual([said]);
  });

  test("come and go", async () => {
    expect(await changes("", table(""))).toEqual(["- table users added"]);
    expect(await changes(table(""), "")).toEqual(["! table users removed"]);
  });
});

describe("settings, tasks and events", () => {
  const settings = (fields: string) =>
    `from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    ${fields}\n`;

  test("a setting that a deployment has to give", async () => {
    const before = settings("a: int = 1");
    expect(await changes(before, settings("a: int = 1; b: str"))).toEqual(["! setting B added"]);
    expect(await changes(before, settings("a: int = 2"))).toEqual([
      "- setting A changed: its default was 1, is 2",
    ]);
    expect(await changes(before, settings("a: int"))).toEqual([
      "! setting A changed: !is required now",
    ]);
  });

  test("a setting that becomes a secret is read as before", async () => {
    const secret = `from pydantic import SecretStr\n${settings("a: SecretStr")}`;
    expect(await changes(settings("a: str"), secret)).toEqual([
      "- setting A changed: was str, is SecretStr",
    ]);
    expect(await changes(settings("a: str"), settings("a: int"))).toEqual([
      "! setting A changed: !was str, is int",
    ]);
  });

  test("a task that queued messages ask for", async () => {
    const task = (args: string) => `import dramatiq\n@dramatiq.actor\ndef send(${args}): ...\n`;
    expect(await changes(task("a"), task("a, b=1"))).toEqual(["- task send changed: b is new"]);
    expect(await changes(task("a"), task("a, b"))).toEqual([
      "! task send changed: !b is new and required",
    ]);
    expect(await changes(task("a"), "")).toEqual(["! task send removed"]);
  });

  test("an event's payload", async () => {
    const event = (payload: string) =>
      `def place(bus):\n    bus.publish("order.placed.v1", ${payload})\n`;
    expect(await changes(event("{'id': 1, 'sum': 2}"), event("{'id': 1, 'at': 3}"))).toEqual([
      "! event order.placed.v1 changed: !sum is gone; at is new",
    ]);
  });
});

test("backends of one repository that use the same names are compared each with itself", async () => {
  const app = (routes: string) => `from fastapi import FastAPI\napp = FastAPI()\n${routes}`;
  const route = '@app.get("/work")\ndef work(): ...\n';
  const other = '@app.get("/other")\ndef other(): ...\n';
  const files = {
    "a/app/__init__.py": "",
    "b/app/__init__.py": "",
    "a/app/main.py": app(route + other),
  };
  const [before, now] = await Promise.all(
    [route + other, other].map(async (routes) =>
      readContract(await codeBaseOf({ ...files, "b/app/main.py": app(routes) })),
    ),
  );
  if (before === undefined || now === undefined) throw new Error("no contract");
  expect(compareContracts(before, now)).toMatchObject([
    { kind: "removed", name: "GET /work", breaking: true, file: "b/app/main.py" },
  ]);
});
