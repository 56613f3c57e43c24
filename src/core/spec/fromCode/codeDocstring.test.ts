import { expect, test } from "vitest";
import { testParser } from "../../python/testing";
import { type CodeDocstring, codeDocstring } from "./codeDocstring";

async function read(...lines: readonly string[]): Promise<CodeDocstring> {
  const body = ['"""', ...lines, '"""'].map((line) => `    ${line}`.trimEnd());
  const parser = await testParser();
  const [first] = parser.read(`def f():\n${body.join("\n")}\n`).module.body;
  if (first?.nodeType !== "FunctionDef") throw new Error("there is no function");
  return codeDocstring(first.body);
}

const known = {
  summary: "Moves a book to another shelf.",
  parameters: new Map([
    ["key", { type: "int", text: "the number of the book, as it stands in the catalogue" }],
    ["shelf", { type: undefined, text: "where to" }],
  ]),
  raises: new Map([["NoShelfError", "if there is none"]]),
};

test("a docstring in Google's form", async () => {
  const said = await read(
    "Moves a book",
    "to another shelf.",
    "",
    "It stays there.",
    "",
    "Args:",
    "    key (int): the number of the book,",
    "        as it stands in the catalogue",
    "    shelf: where to",
    "",
    "Returns:",
    "    the number of the place",
    "",
    "Raises:",
    "    errors.NoShelfError: if there is none",
    "",
    "Note:",
    "    shelf: is no parameter here",
  );
  expect(said).toEqual({ ...known, returns: "the number of the place" });
});

test("a docstring in NumPy's form", async () => {
  const said = await read(
    "Moves a book to another shelf.",
    "",
    "Parameters",
    "----------",
    "key : int",
    "    the number of the book,",
    "    as it stands in the catalogue",
    "shelf",
    "    where to",
    "",
    "Returns",
    "-------",
    "int",
    "    the number of the place",
    "",
    "Raises",
    "------",
    "NoShelfError",
    "    if there is none",
  );
  expect(said).toEqual({ ...known, returns: "int the number of the place" });
});

test("a docstring in Sphinx's form, right below its first line", async () => {
  const said = await read(
    "Moves a book to another shelf.",
    ":param int key: the number of the book,",
    "    as it stands in the catalogue",
    ":param shelf: where to",
    ":returns: the number of the place",
    ":rtype: int",
    ":raises NoShelfError: if there is none",
  );
  expect(said).toEqual({ ...known, returns: "the number of the place" });
});

test("a docstring without parts is its first paragraph", async () => {
  const said = await read("Moves a book: to another shelf.", "", "More of it.");
  expect(said).toEqual({
    summary: "Moves a book: to another shelf.",
    parameters: new Map(),
    returns: undefined,
    raises: new Map(),
  });
});
