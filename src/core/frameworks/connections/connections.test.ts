import { describe, expect, it } from "vitest";
import { textOf } from "../../evaluation/value";
import { codeBaseOf } from "../../testing/testCodeBase";
import { projectCalls } from "../dependencies/projectCalls";
import { addressAtStart, addressOf, hostOf } from "./addresses";
import { connectionArguments } from "./connectionArguments";

describe("addresses", () => {
  it.each([
    ["http://localhost:8000/a", "private"],
    ["redis://cache/0", "private"],
    ["https://10.1.2.3", "private"],
    ["https://api.github.com/user", "public"],
    ["postgresql+asyncpg://a:b@db.acme.com:5432/shop", "public"],
    ["https://example.com/callback", "reserved"],
    ["http://testserver", "reserved"],
  ])("%s is %s", (text, reach) => {
    expect(addressOf(text)?.reach).toBe(reach);
  });

  it.each(["/users", "auth/token", "sqlite:///a.db", "see http://localhost for more", "bearer"])(
    "%s is no address",
    (text) => {
      expect(addressOf(text)).toBeUndefined();
    },
  );

  it("sees passwords, ports, bare hosts, and hosts before what is computed", () => {
    expect(addressOf("amqp://guest:guest@mq:5672")).toMatchObject({ hasPassword: true });
    expect(hostOf("localhost:6379")).toMatchObject({ host: "localhost", port: "6379" });
    expect(addressAtStart("http://api:8000/users/")).toMatchObject({ host: "api" });
    expect(addressAtStart("http://api")).toBeUndefined();
  });
});

it("says what calls connect with", async () => {
  const code = await codeBaseOf({
    "a.py": `
      import boto3, httpx, jwt, redis
      from fastapi import FastAPI
      from celery import Celery
      from starlette.middleware.sessions import SessionMiddleware
      redis.Redis(host="h", password="p", db=1)
      Celery("name", broker="b")
      httpx.Client(base_url="u").post("/path", headers={"Authorization": "Bearer t"})
      boto3.client("s3", endpoint_url="e").upload_file("f", "bucket", "key")
      jwt.encode({}, "k")
      app = FastAPI()
      app.add_middleware(SessionMiddleware, secret_key="s")
      print("localhost")
    `,
  });
  const found = projectCalls(code.run("a.py"), code).flatMap(({ call }) =>
    connectionArguments(call),
  );
  expect(found.map(({ role, value }) => [role, textOf(value)])).toEqual([
    ["host", "h"],
    ["credential", "p"],
    ["address", "b"],
    ["address", "name"],
    ["address", "u"],
    ["address", "/path"],
    ["credential", "Bearer t"],
    ["address", "e"],
    ["bucket", "bucket"],
    ["credential", "k"],
    ["credential", "s"],
  ]);
});
