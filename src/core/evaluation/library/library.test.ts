import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import { iterated } from "../iteration";
import { textOf, type Value } from "../value";

/** What a module's name stands for after it ran, texts and lists of texts as such. */
async function resultOf(name: string, files: Readonly<Record<string, string>>): Promise<unknown> {
  const code = await codeBaseOf(files);
  const value = code.run("main.py").scope.names.get(name);
  return value === undefined || value.kind === "import" ? undefined : plain(value);
}

function plain(value: Value): unknown {
  if (value.kind === "list") return iterated(value).items.map(plain);
  return textOf(value) ?? (value.kind === "constant" ? value.value : value.kind);
}

describe("what library calls give", () => {
  it.each([
    ["config('X', default='sub/').strip('/')", "sub"],
    ["config('X', cast=int, default='3')", 3],
    ["Env().str('X', '/env')", "/env"],
    ["[n for n, _ in inspect.getmembers(thing, inspect.ismethod)]", ["one", "two"]],
    ["getattr(thing.one, 'missing', 'none')", "none"],
    ["getattr(thing.two, 'mark')", "marked"],
    ["getattr(Model, '__one__', 'none')", "none"],
    ["hasattr(Model, 'metadata')", "call"],
    ["SimpleNamespace(a='x').a", "x"],
    ["[one for one in re.split('(?=[A-Z])', 'TagType') if one]", ["Tag", "Type"]],
    ["re.split(', *', 'a, b,c')", ["a", "b", "c"]],
    ["re.split('(x)', 'axb')", "call"],
    ["'/abc/'[:-1] + 'xyz'[1]", "/abcy"],
    ["partial('{}-{b}'.format, b='y')('x')", "x-y"],
    ["[i for i, _ in enumerate('ab', start=2)]", [2, 3]],
    ["[one for one in zip()]", []],
    ["[m.name for m in pkgutil.iter_modules(pkg.__path__)]", ["a", "b"]],
    ["[f.stem for f in (Path(__file__).parent / 'pkg').glob('[!_]*.py')]", ["a", "b"]],
    ["[f.name for f in Path(pkg.__file__).parent.iterdir()]", ["__init__.py", "a.py", "b.py"]],
  ])("%s", async (expression, expected) => {
    const found = await resultOf("result", {
      "main.py": `
        import inspect, pkgutil, re
        from functools import partial
        from pathlib import Path
        from types import SimpleNamespace
        from environs import Env
        from sqlalchemy.orm import DeclarativeBase
        from starlette.config import Config
        import pkg
        config = Config(".env")
        class Thing:
            def one(self): ...
            def two(self): ...
            two.mark = "marked"
            x = 1
        thing = Thing()
        class Model(DeclarativeBase): ...
        result = ${expression}
      `,
      "pkg/__init__.py": "",
      "pkg/a.py": "",
      "pkg/b.py": "",
    });
    expect(found).toEqual(expected);
  });
});
