import { describe, expect, test } from "vitest";
import { ruffSettings, type Table } from "../project/layout/ruffSettings";
import { ruffOverlap } from "./ruffOverlap";

const off = (text: string, fileName = "ruff.toml") => offInChain([text], fileName);

const offInChain = (texts: readonly string[], fileName = "ruff.toml") =>
  Object.fromEntries(
    ruffOverlap(
      texts.flatMap((text): Table[] => {
        const settings = ruffSettings(fileName, text);
        return settings === undefined ? [] : [settings];
      }),
    ),
  );

describe("ruffOverlap", () => {
  test("a prefix enables all that begins with it", () => {
    expect(off('lint.select = ["E", "ANN"]')).toEqual({
      "missing-type-hints": "ANN001 and ANN201",
      "any-type": "ANN401",
    });
    expect(off('[lint]\nselect = ["PL"]\nextend-select = ["C90", "TID"]')).toEqual({
      "long-function": "PLR0915",
      "magic-value": "PLR2004",
      "complex-function": "C901",
      "relative-import": "TID252",
    });
  });

  test("ALL enables all that needs nothing else", () => {
    expect(Object.keys(off('lint.select = ["ALL"]')).sort()).toEqual([
      "any-type",
      "complex-function",
      "long-function",
      "magic-value",
      "missing-future-annotations",
      "missing-type-hints",
      "relative-import",
    ]);
    expect(off('preview = true\nlint.select = ["ALL"]')).toMatchObject({
      "deep-nesting": "PLR1702",
    });
  });

  test("the more exact selector wins, and ignoring wins of two equal ones", () => {
    expect(off('lint.select = ["ANN"]\nlint.ignore = ["ANN401"]')).toEqual({
      "missing-type-hints": "ANN001 and ANN201",
    });
    expect(off('lint.select = ["ANN401"]\nlint.ignore = ["ANN"]')).toEqual({
      "any-type": "ANN401",
    });
    expect(off('lint.select = ["C901"]\nlint.ignore = ["C901"]')).toEqual({});
    expect(off('lint.select = ["ANN"]\nlint.ignore = ["ALL"]')).toEqual({
      "missing-type-hints": "ANN001 and ANN201",
      "any-type": "ANN401",
    });
  });

  test("extend-select is enough, and half of a question is not all of it", () => {
    expect(off('lint.extend-select = ["C901"]')).toEqual({ "complex-function": "C901" });
    expect(off('lint.extend-select = ["ANN001"]')).toEqual({});
    expect(off('lint.extend-select = ["ANN001", "ANN2"]')).toEqual({
      "missing-type-hints": "ANN001 and ANN201",
    });
    expect(off('lint.select = ["ANN"]\nlint.ignore = ["ANN201", "ANN401"]')).toEqual({});
  });

  test("settings that extend others add to them, unless they select themselves", () => {
    const base = 'lint.select = ["C90", "TID"]\nlint.ignore = ["TID252"]';
    expect(offInChain([base, "line-length = 100"])).toEqual({ "complex-function": "C901" });
    expect(offInChain([base, 'lint.extend-select = ["TID252"]'])).toEqual({
      "complex-function": "C901",
      "relative-import": "TID252",
    });
    expect(offInChain([base, 'lint.ignore = ["C901"]'])).toEqual({});
    expect(offInChain([base, 'lint.select = ["PLR2004"]'])).toEqual({ "magic-value": "PLR2004" });
    expect(offInChain(["preview = true", 'lint.select = ["PLR1702"]'])).toEqual({
      "deep-nesting": "PLR1702",
    });
  });

  test("what single files are let off stays asked", () => {
    const text = 'lint.select = ["C90"]\n[lint.per-file-ignores]\n"app/a.py" = ["C901"]';
    expect(off(text)).toEqual({ "complex-function": "C901" });
  });

  test("I002 asks only when the import is required", () => {
    expect(off('lint.select = ["I"]')).toEqual({});
    expect(
      off(
        '[lint]\nselect = ["I"]\n[lint.isort]\nrequired-imports = ["from __future__ import annotations"]',
      ),
    ).toEqual({ "missing-future-annotations": "I002" });
  });

  test("reads pyproject.toml below tool.ruff, the old place of the keys too", () => {
    const text = '[tool.ruff]\nselect = ["C901"]\n[tool.ruff.lint]\nextend-select = ["TID252"]';
    expect(off(text, "backend/pyproject.toml")).toEqual({
      "complex-function": "C901",
      "relative-import": "TID252",
    });
    expect(
      off('[tool.black]\nline-length = 100\n[lint]\nselect = ["ALL"]', "pyproject.toml"),
    ).toEqual({});
    expect(off('lint.select = ["C901"]', "api/.ruff.toml")).toEqual({ "complex-function": "C901" });
  });

  test("says nothing of what it cannot read, and of ruff's defaults", () => {
    expect(off("lint = [", "ruff.toml")).toEqual({});
    expect(off("", "pyproject.toml")).toEqual({});
    expect(off("line-length = 100")).toEqual({});
    expect(off('lint.select = "ALL"')).toEqual({});
    expect(off("tool = 3", "pyproject.toml")).toEqual({});
  });

  test("a prefix that only begins with the same letters is none", () => {
    expect(off('lint.select = ["A", "AN", "C4", "T", "F", "P", "FAST"]')).toEqual({});
  });
});
