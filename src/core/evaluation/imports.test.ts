import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { moduleAttribute } from "./names";
import { externalName, type Value } from "./value";

/** What the name `x` of `main.py` stands for. */
async function xOf(files: Readonly<Record<string, string>>, path = "main.py"): Promise<string> {
  const code = await codeBaseOf(files);
  code.run(path);
  const { name } = code.nameOf(path);
  return shown(moduleAttribute(code.typeEvaluation(), { kind: "module", name, path }, "x", path));
}

function shown(value: Value): string {
  switch (value.kind) {
    case "class":
    case "function":
      return `${value.module}:${value.qualname}`;
    case "constant":
      return JSON.stringify(value.value);
    case "module":
      return `module ${value.name}`;
    case "choice":
      return value.options.map(shown).join(" | ");
    default:
      return externalName(value) ?? value.kind;
  }
}

const service = { "app/__init__.py": "", "app/service.py": "class Service: ...\nLIMIT = 3\n" };

describe("imports", () => {
  it.each([
    ["aliased module", "import app.service as s\nx = s.Service", "app.service:Service"],
    ["dotted module", "import app.service\nx = app.service.Service", "app.service:Service"],
    ["aliased name", "from app.service import Service as x", "app.service:Service"],
    ["module as a name", "from app import service as x", "module app.service"],
    ["star", "from app.service import *\nx = Service", "app.service:Service"],
    [
      "in a function",
      "def f():\n    from app.service import Service\n    return Service\nx = f()",
      "app.service:Service",
    ],
    [
      "under TYPE_CHECKING",
      "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from app.service import Service as x\n",
      "app.service:Service",
    ],
    [
      "in try",
      "try:\n    from app.service import Service as x\nexcept ImportError:\n    x = None",
      "app.service:Service",
    ],
    ["from outside", "from fastapi import APIRouter as x", "fastapi.APIRouter"],
    [
      "by name",
      "import importlib\nx = importlib.import_module('app.service').Service",
      "app.service:Service",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await xOf({ ...service, "main.py": text })).toBe(expected);
  });

  it("are relative to the package", async () => {
    const files = {
      "app/__init__.py": "",
      "app/api/__init__.py": "",
      "app/service.py": "class Service: ...",
      "app/api/users.py": "from ..service import Service as x",
    };
    expect(await xOf(files, "app/api/users.py")).toBe("app.service:Service");
  });

  it("go through a package that hands a name on", async () => {
    const files = {
      "app/__init__.py": "from .models import User as Person\n",
      "app/models/__init__.py": "from .user import User\n__all__ = ['User']\n",
      "app/models/user.py": "class User: ...\n",
      "main.py": "from app import Person as x\n",
    };
    expect(await xOf(files)).toBe("app.models.user:User");
  });

  it("take what `__all__` lists, with names that begin with an underscore", async () => {
    const files = {
      "lib.py": "__all__ = ['_hidden']\n_hidden = 1\nshown = 2\n",
      "main.py": "from lib import *\nx = _hidden\n",
    };
    expect(await xOf(files)).toBe("1");
    expect(await xOf({ ...files, "main.py": "from lib import *\nx = shown\n" })).toBe(
      "builtins.shown",
    );
  });

  it("may go in a circle", async () => {
    const files = {
      "a.py": "from b import B\nclass A: ...\n",
      "b.py": "from a import A\nclass B: ...\n",
      "main.py": "import a, b\nx = b.A\n",
    };
    expect(await xOf(files)).toBe("a:A");
  });

  it("of one name differ by backend", async () => {
    const files = {
      "one/app/__init__.py": "",
      "one/app/db.py": "class One: ...",
      "one/app/main.py": "from app.db import One as x",
      "two/app/__init__.py": "",
      "two/app/db.py": "class Two: ...",
      "two/app/main.py": "from app.db import Two as x",
    };
    expect(await xOf(files, "one/app/main.py")).toBe("app.db:One");
    expect(await xOf(files, "two/app/main.py")).toBe("app.db:Two");
  });
});

describe("scopes", () => {
  it.each([
    [
      "a class body is not seen from its methods",
      "y = 1\nclass A:\n    y = 2\n    def f(self): return y\nx = A().f()",
      "1",
    ],
    ["a comprehension has names of its own", "y = 1\nz = [y for y in (2, 3)]\nx = y", "1"],
    ["`:=` binds outside of a comprehension", "z = [(y := i) for i in (1, 2)]\nx = y", "2"],
    ["global", "def f():\n    global x\n    x = 5\nf()", "5"],
    [
      "nonlocal",
      "def f():\n    y = 1\n    def g():\n        nonlocal y\n        y = 7\n    g()\n    return y\nx = f()",
      "7",
    ],
    [
      "both sides of a branch",
      "import os\nif os.name == 'nt':\n    x = 1\nelse:\n    x = 2",
      "1 | 2",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await xOf({ "main.py": text })).toBe(expected);
  });
});
