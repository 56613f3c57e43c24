import { describe, expect, test } from "vitest";
import { tidyPython } from "./tidyPython";

const tidy = (...lines: string[]) => tidyPython(lines.join("\n")).trimEnd().split("\n");

describe("imports", () => {
  test("are sorted by kind and name, merged, and left out where nothing uses them", () => {
    expect(
      tidy(
        "from __future__ import annotations",
        "",
        "from uuid import UUID, uuid4",
        "import os",
        "from decimal import Decimal",
        "",
        "from shop.b import thing, Thing, THING",
        "from shop.a import one",
        "from shop.b import other",
        "",
        "x = [UUID, uuid4, os, thing, Thing, THING, one, other]",
      ),
    ).toEqual([
      "from __future__ import annotations",
      "",
      "import os",
      "from uuid import UUID, uuid4",
      "",
      "from shop.a import one",
      "from shop.b import THING, Thing, other, thing",
      "",
      "x = [UUID, uuid4, os, thing, Thing, THING, one, other]",
    ]);
  });

  test("a block of which nothing is left goes with its blank line", () => {
    expect(tidy("import os", "", "from a import b", "", "import re", "", "x = os, re")).toEqual([
      "import os",
      "",
      "import re",
      "",
      "x = os, re",
    ]);
  });

  test("a name in a text is no use, one in an f-string and in __all__ is", () => {
    expect(
      tidy(
        "from a import inText, inFormat, exported, noted",
        "",
        '"""inText."""',
        'x = f"{inFormat}"  # noted',
        '__all__ = ["exported"]',
      )[0],
    ).toBe("from a import exported, inFormat");
  });

  test("what is too long gets a line for each name", () => {
    const names = Array.from({ length: 9 }, (_, index) => `a_long_name_${index}`);
    expect(tidy(`from shop import ${names.join(", ")}`, "", `x = [${names[0]}]`)[0]).toBe(
      "from shop import a_long_name_0",
    );
    const used = `print(${names.join(", ")})`;
    expect(tidy(`from shop import ${names.join(", ")}`, "", used).slice(0, 2)).toEqual([
      "from shop import (",
      "    a_long_name_0,",
    ]);
  });
});

describe("long lines", () => {
  const long = (count: number) => Array.from({ length: count }, (_, at) => `argument_${at}`);

  test("arguments that fit go on one line, without a comma", () => {
    const all = long(8).join(", ");
    expect(tidy(`value = await repository.list_page(${all})`)).toEqual([
      "value = await repository.list_page(",
      `    ${all}`,
      ")",
    ]);
  });

  test("what does not fit gets a line for each part", () => {
    const lines = tidy(`call(${long(12).join(", ")})`);
    expect(lines).toEqual(["call(", ...long(12).map((one) => `    ${one},`), ")"]);
  });

  test("a literal gets a line for each part even where it would fit", () => {
    const lines = tidy(`value = [${long(9).join(", ")}]`);
    expect(lines).toEqual(["value = [", ...long(9).map((one) => `    ${one},`), "]"]);
  });

  test("a function is broken at its parameters", () => {
    const lines = tidy(`def function(${long(8).join(", ")}) -> dict[str, int]:`, "    pass");
    expect(lines).toEqual([
      "def function(",
      `    ${long(8).join(", ")}`,
      ") -> dict[str, int]:",
      "    pass",
    ]);
  });

  test("a text that is assigned gets brackets", () => {
    const text = `"${"word ".repeat(18)}"`;
    expect(tidy(`ERROR_NOT_FOUND = ${text}`)).toEqual(["ERROR_NOT_FOUND = (", `    ${text}`, ")"]);
  });

  test("brackets and commas in texts mean nothing, and texts over several lines stay", () => {
    const text = `"${"(a, b), ".repeat(11)}"`;
    expect(tidy(`call(${text}, 1, 2)`)).toEqual(["call(", `    ${text}, 1, 2`, ")"]);
    const doc = ['"""', `${"(word) ".repeat(20).trim()}`, '"""'];
    expect(tidy(...doc)).toEqual(doc);
  });
});

test("blank lines: two at the top level, one within, none where a block begins", () => {
  expect(
    tidy("a = 1", "", "", "", "def b() -> None:", "", "    c = 1", "", "", "    d = 2"),
  ).toEqual(["a = 1", "", "", "def b() -> None:", "    c = 1", "", "    d = 2"]);
});
