import { describe, expect, it } from "vitest";
import { ownStatements } from "../../../python/ast/statementsIn";
import { codeBaseOf } from "../../../testing/testCodeBase";
import { isHandedOn } from "./handedOn";
import { sessionOrigin } from "./newSessions";
import { openWays } from "./ways";

const head = `
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, scoped_session, sessionmaker
engine = create_engine("sqlite://")
Local = sessionmaker(engine)
Registry = scoped_session(Local)
def get_session():
    with Local() as session:
        yield session
def make():
    session = Local()
    return session
def use(session): session.execute(1)
def keep(session): sessions.append(session)
def finish(session): session.close()
`;

/** What becomes of \`s\`, which the first statement of the function \`f\` assigns. */
async function follow(body: string) {
  const lines = body.split("\n").map((line) => `    ${line}`);
  const code = await codeBaseOf({ "main.py": `${head}def f(flag):\n${lines.join("\n")}\n` });
  const func = code.run("main.py").functions.find(({ name }) => name === "f");
  if (func === undefined || func.node.nodeType === "Lambda") throw new Error("there is no f");
  const { body: statements } = func.node;
  const made = ownStatements(statements).find(({ nodeType }) => nodeType === "Assign");
  if (made?.nodeType !== "Assign" || made.value.nodeType !== "Call") throw new Error("no session");
  return {
    origin: sessionOrigin(made.value, "main.py", code),
    isHandedOn: isHandedOn("s", { body: statements, path: "main.py", code }),
    ways: openWays("s", made, statements),
  };
}

describe("sessions", () => {
  it.each([
    ["s = Local()", "made"],
    ["s = Session(engine)", "made"],
    ["s = engine.connect()", "made"],
    ["s = make()", "given"],
    ["s = next(get_session())", "taken"],
    ["s = Registry()", undefined],
    ["s = Session(engine.connect())", undefined],
    ["s = get_session()", undefined],
  ])("%s is %s", async (text, origin) => {
    expect((await follow(text)).origin).toBe(origin);
  });

  it.each([
    ["use(s)", false],
    ["if s is not None: s.commit()", false],
    ["keep(s)", true],
    ["finish(s)", true],
    ["unknown(s)", true],
    ["return s", true],
    ["yield s", true],
    ["flag.s = s", true],
    ["g = lambda: s", true],
    ["flag(s.close)", true],
  ])("%s hands it on: %s", async (text, expected) => {
    expect((await follow(`s = Local()\n${text}`)).isHandedOn).toBe(expected);
  });

  it.each([
    ["s.commit()", { isOpenAtEnd: true, isOpenOnRaise: true }],
    ["s.commit()\ns.close()", { isOpenAtEnd: false, isOpenOnRaise: true }],
    ["with s:\n    s.commit()", { isOpenAtEnd: false, isOpenOnRaise: false }],
    ["try: s.commit()\nfinally: s.close()", { isOpenAtEnd: false, isOpenOnRaise: false }],
    [
      "try: s.commit()\nexcept ValueError: pass\ns.close()",
      { isOpenAtEnd: false, isOpenOnRaise: true },
    ],
    ["try: s.commit()\nexcept: return\ns.close()", { isOpenAtEnd: true, isOpenOnRaise: false }],
    ["while True:\n    s.commit()\n    if flag: break", { isOpenAtEnd: true, isOpenOnRaise: true }],
    ["print(1)", { isOpenAtEnd: false, isOpenOnRaise: false }],
    [
      "try: s.commit()\nfinally:\n    if flag: s.close()",
      { isOpenAtEnd: false, isOpenOnRaise: false },
    ],
  ])("after %j it is open: %j", async (text, expected) => {
    expect((await follow(`s = Local()\n${text}`)).ways).toEqual(expected);
  });
});
