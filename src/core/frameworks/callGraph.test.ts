import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { callsOf } from "./callGraph";

/** The project's functions that `handler` in `main.py` calls. */
async function callsIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const code = await codeBaseOf(files);
  const handler = code.run("main.py").functions.find(({ name }) => name === "handler");
  if (handler === undefined) throw new Error("there is no handler");
  return callsOf(handler, code).map(({ module, qualname }) => `${module}:${qualname}`);
}

const lib = `
class Base:
    def save(self): ...

class Repo(Base):
    def get(self) -> "User": ...

class User:
    def rename(self): ...

class Service:
    def __init__(self, repo: Repo):
        self.repo = repo
    def run(self):
        return self.repo.get()
`;

describe("the call graph follows receivers", () => {
  it.each([
    ["of an annotation", "def handler(repo: Repo): repo.get()", ["lib:Repo.get"]],
    ["in quotes", "def handler(repo: 'Repo'): repo.get()", ["lib:Repo.get"]],
    ["that may be None", "def handler(repo: Repo | None): repo.get()", ["lib:Repo.get"]],
    ["of Optional", "def handler(repo: Optional[Repo]): repo.get()", ["lib:Repo.get"]],
    ["of an inherited method", "def handler(repo: Repo): repo.save()", ["lib:Base.save"]],
    [
      "of an attribute set in __init__",
      "def handler(service: Service): service.repo.save()",
      ["lib:Base.save"],
    ],
    [
      "of a result",
      "def handler(repo: Repo): repo.get().rename()",
      ["lib:Repo.get", "lib:User.rename"],
    ],
    [
      "of a result without annotation",
      "def handler(service: Service): service.run().rename()",
      ["lib:Service.run", "lib:User.rename"],
    ],
    [
      "made by a call",
      "def handler(): Service(Repo()).run()",
      ["lib:Service.__init__", "lib:Service.run"],
    ],
    ["of Annotated", "def handler(repo: Annotated[Repo, Depends()]): repo.get()", ["lib:Repo.get"]],
    [
      "of an alias of Annotated",
      "RepoDep = Annotated[Repo, Depends()]\ndef handler(repo: RepoDep): repo.get()",
      ["lib:Repo.get"],
    ],
    [
      "of Depends on a function",
      "def make() -> Repo: ...\ndef handler(repo=Depends(make)): repo.get()",
      ["lib:Repo.get"],
    ],
    [
      "of Depends on a generator",
      "def make():\n    repo = Repo()\n    yield repo\ndef handler(repo=Depends(make)): repo.get()",
      ["lib:Repo.get"],
    ],
    ["of Depends on a class", "def handler(repo=Depends(Repo)): repo.get()", ["lib:Repo.get"]],
    [
      "of Depends on an object",
      "class Make:\n    def __call__(self) -> Repo: ...\nmake = Make()\ndef handler(repo=Depends(make)): repo.get()",
      ["lib:Repo.get"],
    ],
    [
      "in a list",
      "def handler(repos: list[Repo]):\n    for repo in repos: repo.get()",
      ["lib:Repo.get"],
    ],
    [
      "of a context manager",
      "class Unit:\n    def __enter__(self) -> Repo: ...\n    def __exit__(self, *_): ...\ndef handler():\n    with Unit() as repo: repo.get()",
      ["lib:Repo.get"],
    ],
    [
      "of a type variable",
      "T = TypeVar('T')\nclass Box(Generic[T]):\n    def one(self) -> T: ...\nclass Repos(Box[Repo]): ...\ndef handler(box: Repos): box.one().get()",
      ["main:Box.one", "lib:Repo.get"],
    ],
    [
      "of a type parameter",
      "class Box[T]:\n    def one(self) -> T: ...\nclass Repos(Box[Repo]): ...\ndef handler(box: Repos): box.one().get()",
      ["main:Box.one", "lib:Repo.get"],
    ],
    [
      "that is not known: silence",
      "def handler(repo, other: Missing): repo.get(); other.get()",
      [],
    ],
  ])("%s", async (_, text, expected) => {
    const head =
      "from typing import Annotated, Generic, Optional, TypeVar\nfrom fastapi import Depends\nfrom lib import *\n";
    expect(await callsIn({ "lib.py": lib, "main.py": head + text })).toEqual(expected);
  });

  it("ends at functions that call each other", async () => {
    const text = "def handler(): other()\ndef other(): handler()";
    expect(await callsIn({ "main.py": text })).toEqual(["main:other"]);
  });
});
