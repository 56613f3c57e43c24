import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { testParser } from "../../python/testing";
import { mergePython } from "./mergePython";

const existing = `"""Things."""

from __future__ import annotations

import os
from uuid import UUID

from shop.a import (
    One,
    Two,
)
from shop.c import C

LIMIT = 1


class Service:
    """Does things."""

    def first(self) -> int:
        return LIMIT  # by hand

    def _last(self) -> None:
        os.getcwd()


def free() -> UUID: ...
`;

async function merged(text: string, addition: string): Promise<string> {
  const edits = mergePython(text, addition, await testParser());
  if (typeof edits === "string") return edits;
  return TextDocument.applyEdits(TextDocument.create("file:///a.py", "python", 0, text), edits);
}

const addition = `from uuid import UUID, uuid4

import json
from shop.a import Three
from shop.b import B

LIMIT = 2
MORE = 3


class Service:
    def first(self) -> int:
        return 0

    # Why there is a second one.
    @property
    def second(self) -> int:
        return MORE


def free() -> None: ...


@cache
def other() -> None:
    json.dumps(uuid4(), Three, B)
`;

test("what is missing is added in its place, what is there by name is never touched", async () => {
  const text = await merged(existing, addition);
  expect(text).toBe(`"""Things."""

from __future__ import annotations

import json
import os
from uuid import UUID, uuid4

from shop.a import One, Three, Two
from shop.b import B
from shop.c import C

LIMIT = 1
MORE = 3


class Service:
    """Does things."""

    def first(self) -> int:
        return LIMIT  # by hand

    # Why there is a second one.
    @property
    def second(self) -> int:
        return MORE

    def _last(self) -> None:
        os.getcwd()


def free() -> UUID: ...


@cache
def other() -> None:
    json.dumps(uuid4(), Three, B)
`);
  expect(await merged(text, addition)).toBe(text);
});

test("Windows' line breaks stay", async () => {
  const text = await merged(existing.replaceAll("\n", "\r\n"), addition);
  expect(text.replaceAll("\r\n", "")).not.toContain("\n");
});

test("a file that is no Python is left alone", async () => {
  expect(await merged("def (\n", addition)).toBe("line 1 is no Python");
});

test("a constant made of a new function stays behind it", async () => {
  const text = "import os\n\nLIMIT = 1\n\n\ndef free() -> None: ...\n";
  const alias = "def made() -> int:\n    return 1\n\n\nMADE = made()\n";
  expect(await merged(text, `MORE = 2\n\n\n${alias}`)).toBe(
    `import os\n\nLIMIT = 1\nMORE = 2\n\n\ndef free() -> None: ...\n\n\n${alias}`,
  );
});
