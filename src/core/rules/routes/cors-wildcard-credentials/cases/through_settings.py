# file: app/settings.py
import os
from functools import lru_cache

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    origins: list[str] = ["*"]
    pattern: str = ".*"
    hosts: list[str] = ["*"]
    with_cookies: bool = True


@lru_cache
def get_settings() -> Settings:
    return Settings.model_validate(dict(os.environ))


settings = Settings()
ORIGINS = os.getenv("ORIGINS", "*").split(",")
EXTRA = os.getenv("EXTRA").split(",") if os.getenv("EXTRA") else ["*"]
# file: app/middleware.py
from starlette.middleware.cors import CORSMiddleware


class PathCors(CORSMiddleware):
    pass
# file: app/main.py
import fastapi
from fastapi.middleware import Middleware as Layer
from starlette.middleware.cors import CORSMiddleware as Cors

from app.middleware import PathCors
from app.settings import EXTRA, ORIGINS, get_settings, settings

layers = [
    Layer(Cors, allow_origins=settings.origins, allow_credentials=settings.with_cookies),  # expect: cors-wildcard-credentials
    Layer(PathCors, allow_origin_regex=settings.pattern, allow_credentials=True),  # expect: cors-wildcard-credentials
]
app = fastapi.FastAPI(middleware=layers)
app.add_middleware(Cors, allow_origins=ORIGINS, allow_credentials=True)  # expect: cors-wildcard-credentials
app.add_middleware(Cors, allow_origins=EXTRA, allow_credentials=True)  # expect: cors-wildcard-credentials


def create_app() -> fastapi.FastAPI:
    made = fastapi.FastAPI()
    given = get_settings()
    made.add_middleware(Cors, allow_origins=given.hosts, allow_credentials=True)  # expect: cors-wildcard-credentials
    return made
