import { describe, expect, test } from "vitest";
import { constantName } from "./constantName";
import { constantAssignment, stringLiteral } from "./stringLiteral";

describe("constantName", () => {
  test.each([
    ["User not found", "ERROR_USER_NOT_FOUND"],
    ["The order {order_id!r} is late.", "ERROR_ORDER_IS_LATE"],
    ["Order %s has %d items", "ERROR_ORDER_HAS_ITEMS"],
    ["You're not allowed", "ERROR_YOURE_NOT_ALLOWED"],
    ["Café is closed", "ERROR_CAFE_IS_CLOSED"],
    ["Нет такого заказа", "ERROR_MESSAGE"],
    ["404", "ERROR_MESSAGE"],
    ["Error while saving", "ERROR_WHILE_SAVING"],
    ["You do not have the permission to do this with that", "ERROR_YOU_DO_NOT_HAVE_PERMISSION"],
  ])("%s", (text, name) => {
    expect(constantName(text, "ERROR_")).toBe(name);
  });
});

describe("stringLiteral", () => {
  test.each([
    ["plain", '"plain"'],
    ['say "hi"', "'say \"hi\"'"],
    [`it's "so"`, `"it's \\"so\\""`],
    ["a\\b\n\t", '"a\\\\b\\n\\t"'],
    ["🙂 \u0001", '"🙂 \\u0001"'],
  ])("%j", (text, literal) => {
    expect(stringLiteral(text)).toBe(literal);
  });

  test("a long one is cut into lines in parentheses that say the same", () => {
    const text = "word ".repeat(40).trim();
    const lines = constantAssignment("ERROR_LONG", text).split("\n");
    expect(lines[0]).toBe("ERROR_LONG = (");
    expect(lines.at(-1)).toBe(")");
    expect(lines.every((line) => line.length <= 100)).toBe(true);
    expect(
      lines
        .slice(1, -1)
        .map((line) => JSON.parse(line.trim()))
        .join(""),
    ).toBe(text);
  });
});
