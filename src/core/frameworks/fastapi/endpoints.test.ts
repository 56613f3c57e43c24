import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import { applicationEffects } from "./applicationEffects";
import { routing } from "./endpoints";

/** `METHOD /path module:handler` of every endpoint. */
async function routesOf(
  files: Readonly<Record<string, string>>,
  version?: string,
): Promise<readonly string[]> {
  const code = await codeBaseOf(files);
  const { endpoints } = routing(applicationEffects(code), { fastapiVersion: () => version });
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

  it("serves what the application imports, and not what nobody imports", async () => {
    const routes = await routesOf({
      "main.py": `
        from fastapi import FastAPI
        app = FastAPI()
        from routes import *
      `,
      "routes.py": `
        from main import app
        @app.get("/a")
        def a(): ...
      `,
      "forgotten.py": `
        from main import app
        @app.get("/forgotten")
        def forgotten(): ...
      `,
      "asgi.py": `
        from main import app
        @app.get("/b")
        def b(): ...
      `,
    });
    expect(routes).toEqual(["GET /a routes:a", "GET /b asgi:b"]);
  });

  const late = {
    "main.py": `
      from fastapi import APIRouter, FastAPI
      app = FastAPI()
      router = APIRouter(prefix="/r")
      @router.get("/before")
      def before(): ...
      app.include_router(router)
      @router.get("/after")
      def after(): ...
    `,
  };

  it("has an included router as a live view, in older versions as a copy", async () => {
    expect(await routesOf(late)).toEqual(["GET /r/before main:before", "GET /r/after main:after"]);
    expect(await routesOf(late, "0.136.3")).toEqual(["GET /r/before main:before"]);
  });

  it("calls what a router's subclass overrides", async () => {
    const routes = await routesOf({
      "main.py": `
        from fastapi import APIRouter, FastAPI
        class Router(APIRouter):
            def __init__(self, prefix):
                APIRouter.__init__(self, prefix=prefix)
            def add_api_route(self, path, endpoint, **kwargs):
                super().add_api_route(path[:-1] if path.endswith("/") else path, endpoint, **kwargs)
        router = Router("/r")
        @router.get("/x/")
        def x(): ...
        app = FastAPI()
        app.include_router(router)
      `,
    });
    expect(routes).toEqual(["GET /r/x main:x"]);
  });

  it("finds a handler under a decorator that wraps coroutines and functions differently", async () => {
    const routes = await routesOf({
      "main.py": `
        import functools
        from fastapi import FastAPI
        from lib import is_async
        app = FastAPI()
        def guard(func):
            if is_async(func):
                @functools.wraps(func)
                async def async_wrapper(*args, **kwargs):
                    return await func(*args, **kwargs)
                return async_wrapper
            @functools.wraps(func)
            def wrapper(*args, **kwargs):
                return func(*args, **kwargs)
            return wrapper
        def guarded(method, path):
            return lambda func: method(path)(guard(func))
        @guarded(app.get, "/a")
        def a(): ...
      `,
    });
    expect(routes).toEqual(["GET /a main:a"]);
  });

  it("reads lists of routes, nested mounts and hosts", async () => {
    const routes = await routesOf({
      "main.py": `
        from fastapi import FastAPI
        from starlette.routing import Host, Mount, Route, Router
        def page(request): ...
        app = FastAPI()
        app.router.routes.append(Route("/pushed", page))
        app.mount("/m", Router([Mount("/n", routes=[Route("/leaf", page, methods=["POST"])])]))
        app.routes.extend([Host("h", Router([Route("/hosted", page)]))])
      `,
    });
    expect(routes).toEqual([
      "GET /pushed main:page",
      "HEAD /pushed main:page",
      "POST /m/n/leaf main:page",
      "GET /hosted main:page",
      "HEAD /hosted main:page",
    ]);
  });

  it("finds modules that are imported by what lists a package's folder", async () => {
    const routes = await routesOf({
      "app/__init__.py": "",
      "app/main.py": `
        import importlib, pkgutil
        from pathlib import Path
        from fastapi import FastAPI
        from app import routers
        app = FastAPI()
        for info in pkgutil.iter_modules(routers.__path__):
            module = importlib.import_module(f"app.routers.{info.name}")
            if hasattr(module, "router"):
                app.include_router(module.router)
        for file in (Path(__file__).parent / "more").glob("*.py"):
            if file.stem != "__init__":
                app.include_router(importlib.import_module("app.more." + file.stem).router)
      `,
      "app/routers/__init__.py": "",
      "app/routers/a.py": `
        from fastapi import APIRouter
        router = APIRouter()
        @router.get("/a")
        def a(): ...
      `,
      "app/routers/helpers.py": "x = 1",
      "app/more/__init__.py": "",
      "app/more/b.py": `
        from fastapi import APIRouter
        router = APIRouter()
        @router.get("/b")
        def b(): ...
      `,
    });
    expect(routes).toEqual(["GET /a app.routers.a:a", "GET /b app.more.b:b"]);
  });

  it("runs what adds routes at the start", async () => {
    const routes = await routesOf({
      "main.py": `
        from contextlib import asynccontextmanager
        from fastapi import FastAPI
        @asynccontextmanager
        async def lifespan(app):
            from late import router
            app.include_router(router)
            yield
        app = FastAPI(lifespan=lifespan)
      `,
      "late.py": `
        from fastapi import APIRouter
        router = APIRouter()
        @router.get("/late")
        def late(): ...
      `,
    });
    expect(routes).toEqual(["GET /late late:late"]);
  });

  it("takes an application for one that is included into itself", async () => {
    const code = {
      "main.py": `
        from fastapi import APIRouter, FastAPI
        app = FastAPI()
        @app.get("/a")
        def a(): ...
        app.include_router(app.router)
      `,
    };
    expect(await routesOf(code)).toEqual(["GET /a main:a"]);
  });

  it("names what a library may add to an application, and methods that are computed", async () => {
    const code = await codeBaseOf({
      "main.py": `
        import uvicorn
        from fastapi import FastAPI
        from fastapi.testclient import TestClient
        from instruments import Instrument, instrument
        from server import methods
        def page(): ...
        def own(app): ...
        app = FastAPI()
        own(app)
        instrument(app)
        Instrument(level=1).begin().expose(app, path="/metrics")
        app.add_api_route("/page", page, methods=methods())
        TestClient(app)
        uvicorn.run(app)
      `,
    });
    const { endpoints, unresolved } = routing(applicationEffects(code));
    expect(endpoints).toEqual([]);
    expect(unresolved.map(({ what, line }) => `${line} ${what}`)).toEqual([
      "9 what instruments.instrument adds to the application",
      "10 what instruments.Instrument.begin.expose adds to the application",
      "11 a route whose methods are computed",
    ]);
  });

  it("answers HEAD where Starlette does", async () => {
    const routes = await routesOf({
      "main.py": `
        from fastapi import FastAPI
        app = FastAPI()
        async def page(request): ...
        class Served:
            async def __call__(self, scope, receive, send): ...
        app.add_api_route("/own", page)
        app.add_route("/page", page)
        app.add_route("/form", page, methods=["POST"])
        app.add_route("/any", Served())
      `,
    });
    expect(routes.map((route) => route.split(" ").slice(0, 2).join(" "))).toEqual([
      "GET /own",
      "GET /page",
      "HEAD /page",
      "POST /form",
      "ANY /any",
    ]);
  });
});
