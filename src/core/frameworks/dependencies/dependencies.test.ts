import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import { dependenciesOf } from "./dependencies";

async function dependenciesIn(text: string) {
  const code = await codeBaseOf({ "a.py": text });
  return dependenciesOf(
    code.paths.map((path) => code.run(path)),
    code,
  );
}

/** `kind name line` */
async function shownIn(text: string): Promise<readonly string[]> {
  const { dependencies } = await dependenciesIn(text);
  return dependencies.map(({ kind, name, place }) =>
    [kind, ...(name === undefined ? [] : [name]), place.line].join(" "),
  );
}

describe("dependencies", () => {
  it("finds clients at module level and in functions, but no imports alone", async () => {
    const text = `
      import boto3, httpx, psycopg2, stripe
      from redis import asyncio as aioredis
      from openai import AsyncOpenAI
      pool = aioredis.from_url("redis://x")
      class Service:
          def __init__(self):
              self.client = AsyncOpenAI()
      async def call():
          async with httpx.AsyncClient(base_url="https://api.x.org/v1") as client:
              await client.get("/a")
          s3 = boto3.client("s3")
          stripe.Customer.create(email="x")
      `;
    expect(await shownIn(text)).toEqual([
      "redis 3",
      "openai 6",
      "http https://api.x.org 8",
      "s3 s3 10",
      "stripe 11",
    ]);
  });

  it("knows a database by its URL, however it is written", async () => {
    const text = `
      from pydantic import PostgresDsn, RedisDsn
      from pydantic_settings import BaseSettings
      from sqlalchemy import URL, create_engine
      from sqlalchemy.ext.asyncio import create_async_engine
      class Settings(BaseSettings):
          database_url: PostgresDsn
          redis_url: RedisDsn | None = None
          broker: str = "amqp://guest@rabbit"
          prefix: str = "mysql://"
          user: str
      settings = Settings()
      a = create_async_engine(str(settings.database_url))
      b = create_engine("sqlite:///x.db")
      c = create_engine(URL.create("mysql+pymysql", host="x"))
      d = create_engine(f"postgresql+psycopg://{settings.user}@x/y")
      `;
    expect(await shownIn(text)).toEqual([
      "postgresql 5",
      "redis 6",
      "rabbitmq 7",
      "postgresql 14",
      "postgresql 11",
      "sqlite 12",
      "mysql 13",
    ]);
  });

  it("follows a computed URL to the one database that is declared", async () => {
    const text = `
      from pydantic import PostgresDsn
      from pydantic_settings import BaseSettings
      from sqlalchemy import create_engine
      class Settings(BaseSettings):
          host: str
          @property
          def url(self):
              return PostgresDsn.build(scheme="postgresql+psycopg", host=self.host)
      def make(url):
          return create_engine(url)
      `;
    expect(await shownIn(text)).toEqual(["postgresql 7", "postgresql 9"]);
  });

  it("says when a setting decides which database it is", async () => {
    const { dependencies, unresolved } = await dependenciesIn(`
      import os
      from celery import Celery
      from sqlalchemy import create_engine
      engine = create_engine(os.environ["URL"])
      app = Celery("x", broker=os.environ["BROKER"])
    `);
    expect(dependencies.map(({ kind }) => kind)).toEqual(["database", "celery-broker"]);
    expect(unresolved.map(({ line }) => line)).toEqual([3, 4]);
  });
});
