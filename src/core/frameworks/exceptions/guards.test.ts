import { describe, expect, test } from "vitest";
import { raisesOf } from "../../behaviour/raises";
import { codeBaseOf } from "../../testing/testCodeBase";

/** The errors that leave a function `run` whose body is given. */
async function leaving(body: string): Promise<readonly string[]> {
  const lines = body.split("\n").map((line) => `    ${line}`);
  const text = [
    "from fastapi import HTTPException",
    "from sqlalchemy.exc import IntegrityError",
    "class NotFoundError(Exception): ...",
    "class GoneError(NotFoundError): ...",
    "def find(): raise GoneError('gone')",
    "def again():",
    "    try:",
    "        find()",
    "    except NotFoundError:",
    "        pass",
    "    find()",
    "def run():",
    ...lines,
  ].join("\n");
  const code = await codeBaseOf({ "a.py": text });
  const run = code.run("a.py").definitions.get("function run");
  if (run?.kind !== "function") throw new Error("there is no function");
  return raisesOf(run, code).map(({ name }) => name);
}

/** `find()` in a `try` with the handlers. */
function trying(...handlers: string[]): string {
  return ["try:", "    find()", ...handlers].join("\n");
}

describe("what leaves a `try`", () => {
  test.each<[string, string, string[]]>([
    ["a handler that keeps it", trying("except NotFoundError:", "    pass"), []],
    [
      "a handler that ends in `raise`",
      trying("except NotFoundError:", "    print(1)", "    raise"),
      ["GoneError"],
    ],
    [
      "a handler that raises what it caught",
      trying("except Exception as error:", "    raise error"),
      ["GoneError"],
    ],
    [
      "the first handler that fits decides",
      trying(
        "except GoneError:",
        "    raise",
        "except Exception as error:",
        "    raise HTTPException(500) from error",
      ),
      ["HTTPException", "GoneError"],
    ],
    [
      "what another handler lets go, the next one may keep",
      trying("except KeyError:", "    raise", "except Exception:", "    pass"),
      ["KeyError"],
    ],
    [
      "an error of a library that is named and let go",
      trying("except IntegrityError:", "    raise", "except NotFoundError:", "    pass"),
      ["IntegrityError"],
    ],
    [
      "a `try` around it",
      [
        "try:",
        "    try:",
        "        find()",
        "    except GoneError:",
        "        raise",
        "except Exception:",
        "    pass",
      ].join("\n"),
      [],
    ],
    ["a callee on a second way, on which nothing catches", "again()", ["GoneError"]],
  ])("%s", async (_, body, expected) => {
    expect(await leaving(body)).toEqual(expected);
  });
});
