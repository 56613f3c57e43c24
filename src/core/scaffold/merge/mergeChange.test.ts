import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { testParser } from "../../python/testing";
import { mergeChange } from "./mergeChange";

const before = `"""Things."""

from uuid import UUID

from shop.base import Base

LIMIT = 1


class Thing(Base):
    """A thing."""

    name: str
    size: int


async def create(data: Data) -> Thing:
    """Create it."""
    thing = Thing(name=data.name, kinds=["a", "b"])
    await session.commit()
    return {"name": thing.name}


@router.get("/things", responses=errors(404))
def read() -> Thing: ...
`;

const after = `"""Things."""

from decimal import Decimal
from uuid import UUID

from shop.base import Base, Mixin

LIMIT = 1
ERROR = "no"


class Thing(Base):
    """A thing."""

    name: str
    size: int
    price: Decimal


async def create(data: Data) -> Thing:
    """Create it."""
    await check(data)
    thing = Thing(name=data.name, kinds=["a", "b", "c"], price=data.price)
    async with conflicts():
        await session.commit()
    return {"name": thing.name, "price": thing.price}


@router.get("/things", responses=errors(404, 409))
def read() -> Thing: ...
`;

async function merged(text: string) {
  const change = mergeChange(before, after, text, await testParser());
  if (typeof change === "string") return { text: change, left: [] };
  const document = TextDocument.create("file:///a.py", "python", 0, text);
  return { text: TextDocument.applyEdits(document, [...change.edits]), left: change.left };
}

test("a file as it was becomes what it is to be, and stays so", async () => {
  expect(await merged(before)).toEqual({ text: after, left: [] });
  expect(await merged(after)).toEqual({ text: after, left: [] });
});

test("what people wrote stays, and is grown around", async () => {
  const edited = before
    .replace(
      "from uuid import UUID\n",
      "from collections import deque\nfrom uuid import UUID, uuid4\n",
    )
    .replace("LIMIT = 1\n", "LIMIT = 5\nMINE = deque()\n")
    .replace("    size: int\n", "    size: int\n    # What we call it.\n    nick: str = 'x'\n")
    .replace('    """Create it."""', '    """Create it with care."""')
    .replace("    await session.commit()", "    log(thing)\n    await session.commit()")
    .replace('{"name": thing.name}', '{\n        "name": thing.name.upper(),\n    }')
    .replace('"/things", ', '"/things", tags=["mine"], ');
  const { text, left } = await merged(edited);
  expect(text).toBe(`"""Things."""

from collections import deque
from decimal import Decimal
from uuid import UUID, uuid4

from shop.base import Base, Mixin

LIMIT = 5
ERROR = "no"
MINE = deque()


class Thing(Base):
    """A thing."""

    name: str
    size: int
    price: Decimal
    # What we call it.
    nick: str = 'x'


async def create(data: Data) -> Thing:
    """Create it with care."""
    await check(data)
    thing = Thing(name=data.name, kinds=["a", "b", "c"], price=data.price)
    log(thing)
    async with conflicts():
        await session.commit()
    return {
        "name": thing.name.upper(),
        "price": thing.price,
    }


@router.get("/things", tags=["mine"], responses=errors(404, 409))
def read() -> Thing: ...
`);
  expect(left).toEqual([]);
  expect((await merged(text)).text).toBe(text);
});

test("what has no place is left to people, with where it belongs", async () => {
  const edited = before
    .replace("class Thing(Base)", "class Item(Base)")
    .replace("    await session.commit()\n", "    await save(thing)  # ours\n");
  const { text, left } = await merged(edited);
  expect(text).toContain("    await save(thing)  # ours\n");
  expect(left.map(({ where }) => where)).toEqual(["", "create()"]);
  expect(left[1]?.text).toBe("    async with conflicts():\n        await session.commit()");
});

test("comments within a statement are not lost with it", async () => {
  const edited = before.replace(
    'kinds=["a", "b"])',
    'kinds=[\n        "a",\n        "b",  # ours\n    ])',
  );
  const { text } = await merged(edited);
  expect(text).toContain('"b",  # ours\n');
});

test("Windows' line breaks stay, and a missing one at the end", async () => {
  const windows = await merged(before.replaceAll("\n", "\r\n"));
  expect(windows.text).toBe(after.replaceAll("\n", "\r\n"));
  expect((await merged(before.trimEnd())).text).toContain("price: Decimal");
});

test("a file that is no Python is left alone", async () => {
  expect((await merged("def (\n")).text).toBe("line 1 is no Python");
});
