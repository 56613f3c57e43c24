import { expect, it } from "vitest";
import { codeBaseOf } from "../../../testing/testCodeBase";
import { typeText } from "../../pydantic/typeText";
import { applicationEffects } from "../applicationEffects";
import { routing } from "../endpoints";
import { applicationFacts } from "./applicationFacts";

it("reads middleware, exception handlers, the lifecycle and mounts of an application", async () => {
  const code = await codeBaseOf({
    "main.py": `
      from contextlib import asynccontextmanager
      from fastapi import FastAPI
      from fastapi.staticfiles import StaticFiles
      from starlette.middleware import Middleware
      from starlette.middleware.cors import CORSMiddleware
      from starlette.middleware.gzip import GZipMiddleware
      class Broken(Exception): ...
      @asynccontextmanager
      async def lifespan(app):
          yield
      def on_broken(request, error): ...
      app = FastAPI(
          title="Shop", version="1.2", root_path="/api", lifespan=lifespan,
          middleware=[Middleware(CORSMiddleware, allow_origins=["*"])],
          exception_handlers={404: on_broken},
      )
      app.add_middleware(GZipMiddleware, minimum_size=10)
      @app.middleware("http")
      async def timing(request, call_next): ...
      @app.exception_handler(Broken)
      def broken(request, error): ...
      @app.on_event("startup")
      def start(): ...
      app.mount("/static", StaticFiles(directory="static"))
    `,
  });
  const routes = routing(applicationEffects(code));
  const [application] = routes.applications;
  const facts = application && applicationFacts(application, routes, code);
  expect(facts).toMatchObject({ title: "Shop", version: "1.2", rootPath: "/api" });
  expect(facts?.middleware.map((one) => typeText(one.middleware))).toEqual([
    "timing",
    "GZipMiddleware",
    "CORSMiddleware",
  ]);
  const handlers = facts?.exceptionHandlers.map(
    (one) => `${one.status ?? (one.exception && typeText(one.exception))} ${typeText(one.handler)}`,
  );
  expect(handlers).toEqual(["404 on_broken", "Broken broken"]);
  expect(facts?.lifecycle.map((one) => `${one.kind} ${one.handler.name}`)).toEqual([
    "lifespan lifespan",
    "startup start",
  ]);
  expect(facts?.mounts.map((one) => one.path)).toEqual(["/static"]);
});
