import { expect, it } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { isChanging } from "./changingResults";

const head = `
import datetime as dt, random, uuid
from functools import lru_cache
from sqlalchemy import func
from elsewhere import clock
def now(): return dt.datetime.now()
def code(n):
    found = ""
    for _ in range(n):
        found = found + random.choice("abc")
    return found
@lru_cache
def once(): return uuid.uuid4()
def maybe(given):
    if given: return given
    return uuid.uuid4()
`;

it.each([
  ["dt.datetime.now(dt.UTC)", true],
  ["dt.date.today() + dt.timedelta(days=1)", true],
  ["str(uuid.uuid4())[:8]", true],
  ["uuid.uuid4().hex", true],
  ["f'x-{uuid.uuid4()}'", true],
  ["now()", true],
  ["code(3)", true],
  ["once()", false],
  ["maybe(1)", false],
  ["clock()", false],
  ["func.now()", false],
  ["dt.datetime(2020, 1, 1)", false],
  ["now", false],
  ["lambda: dt.datetime.now()", false],
])("%s: %s", async (text, expected) => {
  const code = await codeBaseOf({ "main.py": `${head}value = ${text}\n` });
  const last = code.statements("main.py").at(-1);
  if (last?.nodeType !== "Assign") throw new Error("there is no value");
  expect(isChanging(last.value, "main.py", code)).toBe(expected);
});
