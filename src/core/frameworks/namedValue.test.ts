import { expect, it } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { namedValue } from "./namedValue";

it("finds what a dotted name stands for, through imports and in classes", async () => {
  const code = await codeBaseOf({
    "app/__init__.py": "",
    "app/db/__init__.py": "from app.db.base import Base as Model",
    "app/db/base.py": "class Base:\n    class Inner: ...\n",
    "app/main.py": "import app.db",
  });
  const qualname = (name: string) => {
    const value = namedValue(name, "app/main.py", code);
    return value?.kind === "class" ? value.qualname : undefined;
  };
  expect(qualname("app.db.base.Base")).toBe("Base");
  expect(qualname("app.db.Model")).toBe("Base");
  expect(qualname("app.db.base.Base.Inner")).toBe("Base.Inner");
  expect(qualname("app.db.Other")).toBeUndefined();
  expect(qualname("elsewhere.Base")).toBeUndefined();
});
