import { expect, test } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { backendOf, backendsOf } from "./backends";

const app = (count: number): string =>
  [
    "from fastapi import FastAPI",
    "app = FastAPI()",
    ...Array.from({ length: count }, (_, at) => `@app.get("/${at}")\ndef r${at}(): ...`),
  ].join("\n");

test("a package with an application is a backend", async () => {
  const code = await codeBaseOf({ "shop/__init__.py": "", "shop/main.py": app(2) });
  expect(backendsOf(code)).toEqual([
    {
      package: "shop",
      root: "",
      folder: "shop",
      applications: [{ path: "shop/main.py", line: 1 }],
      endpoints: 2,
      reasons: ["shop/main.py makes its application", "it serves 2 endpoints"],
    },
  ]);
});

test("a repository has several, that with the most endpoints first, and each file its own", async () => {
  const code = await codeBaseOf({
    "services/one/pyproject.py": "",
    "services/one/shop/__init__.py": "",
    "services/one/shop/main.py": app(1),
    "services/one/shop/a.py": "from shop.main import app",
    "services/two/store/__init__.py": "",
    "services/two/store/main.py": app(3),
    "services/two/store/b.py": "from store.main import app",
  });
  expect(backendsOf(code).map((one) => one.package)).toEqual(["store", "shop"]);
  expect(backendOf("services/one/shop/a.py", code)?.package).toBe("shop");
  expect(backendOf("services/two/store/x/y.py", code)?.package).toBe("store");
  expect(backendOf("elsewhere/x.py", code)).toBeUndefined();
});

test("the package of a main module at the top is that of its endpoints", async () => {
  const code = await codeBaseOf({
    "main.py":
      "from fastapi import FastAPI\nfrom shop.api import router\napp = FastAPI()\napp.include_router(router)",
    "shop/__init__.py": "",
    "shop/api.py":
      "from fastapi import APIRouter\nrouter = APIRouter()\n@router.get('/a')\ndef a(): ...",
  });
  expect(backendsOf(code).map((one) => [one.package, one.folder])).toEqual([["shop", "shop"]]);
});

test("a mounted application belongs to the same backend", async () => {
  const code = await codeBaseOf({
    "shop/__init__.py": "",
    "shop/main.py": `
      from fastapi import FastAPI
      app = FastAPI()
      api = FastAPI()
      @api.get("/a")
      def a(): ...
      app.mount("/api", api)
      `,
  });
  expect(backendsOf(code).map((one) => [one.package, one.endpoints])).toEqual([["shop", 1]]);
});
