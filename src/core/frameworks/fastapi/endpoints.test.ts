import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import { routing } from "./endpoints";

/** `METHOD /path module:handler` of every endpoint. */
async function routesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const code = await codeBaseOf(files);
  const { endpoints } = routing(code.paths.flatMap((path) => code.run(path).effects));
  return endpoints.map(
    ({ method, path, handler }) => `${method} ${path} ${handler.module}:${handler.qualname}`,
  );
}

describe("endpoints", () => {
  it("joins the prefixes of routers and includes, across files", async () => {
    const routes = await routesOf({
      "app/__init__.py": "",
      "app/users.py": `
        from fastapi import APIRouter
        router = APIRouter(prefix="/users")
        @router.get("/{user_id}")
        def read(user_id: int): ...
      `,
      "app/main.py": `
        from fastapi import FastAPI
        from .users import router as users
        app = FastAPI()
        app.include_router(users, prefix="/api")
      `,
    });
    expect(routes).toEqual(["GET /api/users/{user_id} app.users:read"]);
  });

  it("follows loops, factories and settings", async () => {
    const routes = await routesOf({
      "main.py": `
        from fastapi import APIRouter, FastAPI
        from pydantic_settings import BaseSettings
        class Settings(BaseSettings):
            root: str = "/v1"
        settings = Settings()
        def make(name):
            router = APIRouter(prefix=f"/{name}")
            @router.post("")
            def create(): ...
            return router
        app = FastAPI()
        for name in ("a", "b"):
            app.include_router(make(name), prefix=settings.root)
      `,
    });
    expect(routes).toEqual([
      "POST /v1/a main:make.<locals>.create",
      "POST /v1/b main:make.<locals>.create",
    ]);
  });
});
