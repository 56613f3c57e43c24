import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import type { PydanticMajor } from "../pydantic/schema";
import { settingsOf } from "./settings";

async function settingsIn(files: Readonly<Record<string, string>>, major: PydanticMajor = 2) {
  const code = await codeBaseOf(files);
  return settingsOf(
    code.paths.map((path) => code.run(path)),
    code,
    major,
  );
}

/** `class name environment: type = default` */
async function shownIn(text: string, major: PydanticMajor = 2): Promise<readonly string[]> {
  const { settings } = await settingsIn({ "a.py": text }, major);
  return settings.map((one) =>
    `${one.class} ${one.name} ${one.environment}: ${one.type} = ${one.default}`.trim(),
  );
}

describe("settings", () => {
  it("names variables by prefix, alias and case", async () => {
    const text = `
      from pydantic import AliasChoices, Field
      from pydantic_settings import BaseSettings, SettingsConfigDict
      class Settings(BaseSettings):
          model_config = SettingsConfigDict(env_prefix="app_")
          host: str = "x"
          port: int = Field(80, validation_alias=AliasChoices("HTTP_PORT", "PORT"))
          key: str = Field(alias="secret_key")
      class Exact(BaseSettings, case_sensitive=True):
          Mode: str | None = None
      `;
    expect(await shownIn(text)).toEqual([
      "Settings host APP_HOST: str = x",
      "Settings port HTTP_PORT: int = 80",
      "Settings key SECRET_KEY: str = null",
      "Exact Mode Mode: str | None = null",
    ]);
  });

  it("reads the names of Pydantic 1", async () => {
    const text = `
      from pydantic import BaseSettings, Field
      class Settings(BaseSettings):
          a: str = Field("x", env="FIRST")
          b: str = Field("y", alias="other", env=["SECOND", "THIRD"])
          c: str = Field("z", alias="other")
          d: int = 1
          class Config:
              env_prefix = "my_"
              fields = {"d": {"env": "DDD"}}
      `;
    expect(await shownIn(text, 1)).toEqual([
      "Settings a FIRST: str = x",
      "Settings b SECOND: str = y",
      "Settings c MY_C: str = z",
      "Settings d DDD: int = 1",
    ]);
  });

  it("goes into nested models", async () => {
    const text = `
      from pydantic import BaseModel
      from pydantic_settings import BaseSettings, SettingsConfigDict
      class Pool(BaseModel):
          size: int = 5
      class Database(BaseModel):
          url: str
          pool: Pool = Pool()
      class Settings(BaseSettings):
          model_config = SettingsConfigDict(env_nested_delimiter="__")
          database: Database
          debug: bool = False
      `;
    expect(await shownIn(text)).toEqual([
      "Settings database.url DATABASE__URL: str = null",
      "Settings database.pool.size DATABASE__POOL__SIZE: int = 5",
      "Settings debug DEBUG: bool = false",
    ]);
  });

  it("counts an inherited field once, and again under another prefix", async () => {
    const text = `
      from pydantic_settings import BaseSettings, SettingsConfigDict
      class Base(BaseSettings):
          debug: bool = False
      class Mixin:
          extra: int = 1
      class Same(Mixin, Base): ...
      class Other(Base):
          model_config = SettingsConfigDict(env_prefix="OTHER_")
      `;
    expect(await shownIn(text)).toEqual([
      "Base debug DEBUG: bool = false",
      "Same extra EXTRA: int = 1",
      "Other debug OTHER_DEBUG: bool = false",
    ]);
  });

  it("finds look-ups at module level, in classes and in functions", async () => {
    const text = `
      import os
      from os import environ
      from decouple import config
      from environs import Env
      from starlette.config import Config
      env = Env()
      read = Config(".env", env_prefix="S_")
      URL = os.getenv("URL", "http://x")
      KEY = environ["KEY"]
      class Settings:
          port: int = int(os.environ.get("PORT", "80"))
          def __init__(self):
              self.mode = os.environ.get("MODE")
      DEBUG = config("DEBUG", cast=bool, default=False)
      SIZE = env.int("SIZE", 3)
      HOSTS = read("HOSTS", cast=list)
      def helper(name):
          return os.getenv(name)
      VALUE = helper("FROM_HELPER")
      def start():
          token = os.environ["TOKEN"]
      `;
    expect(await shownIn(text)).toEqual([
      "URL URL: str = http://x",
      "KEY KEY: str = null",
      "Settings port PORT: int = 80",
      "DEBUG DEBUG: bool = false",
      "SIZE SIZE: int = 3",
      "HOSTS S_HOSTS: list = null",
      "FROM_HELPER FROM_HELPER: str | None = null",
      "Settings mode MODE: str | None = null",
      "TOKEN TOKEN: str = null",
    ]);
  });

  it("says which names are computed", async () => {
    const { unresolved } = await settingsIn({
      "a.py": "import os\ndef get(name):\n    return os.getenv(name)\n",
    });
    expect(unresolved.map(({ what, line }) => [what, line])).toEqual([
      ["an environment variable whose name is computed", 2],
    ]);
  });

  it("joins a field with the look-up that is its default", async () => {
    const text = `
      import os
      from pydantic_settings import BaseSettings
      from starlette.config import Config
      config = Config()
      class Settings(BaseSettings):
          NAME: str = config("NAME", default="app")
          URL: str = os.getenv("APP_URL", "x")
      `;
    expect(await shownIn(text)).toEqual([
      "Settings NAME NAME: str = app",
      "Settings URL URL: str = x",
      "Settings URL APP_URL: str = x",
    ]);
  });

  it("finds the instance and the function that give settings", async () => {
    const { instances, getters } = await settingsIn({
      "app/__init__.py": "",
      "app/config.py": `
        from functools import lru_cache
        from pydantic_settings import BaseSettings
        class Settings(BaseSettings): ...
        @lru_cache
        def get_settings():
            return Settings()
        settings = get_settings()
      `,
      "app/main.py": "from .config import settings\nprint(settings.x)\n",
    });
    expect(instances.map(({ module, name }) => `${module}:${name}`)).toEqual([
      "app.config:settings",
    ]);
    expect(getters.map(({ function: func }) => func.name)).toEqual(["get_settings"]);
  });
});
