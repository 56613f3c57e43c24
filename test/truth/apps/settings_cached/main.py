"""Prefixes from get_settings() under lru_cache, from class attributes, dataclasses and environment look-ups."""

import os
from dataclasses import dataclass, field
from functools import cache, lru_cache
from os import environ, getenv

from fastapi import APIRouter, FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    api_prefix: str = "/cached"
    version: int = 3


class Config:
    PREFIX = "/class-attribute"
    SUB: str = PREFIX + "/sub"


class ProductionConfig(Config):
    SUB = "/production"


@dataclass
class Plain:
    prefix: str = "/dataclass"
    more: str = field(default="/more")


@lru_cache
def get_settings() -> Settings:
    return Settings()


@cache
def plain() -> Plain:
    return Plain()


config = ProductionConfig()
ENV = os.getenv("TRUTH_NO_SUCH_PREFIX", "/from-env")
SECOND = environ.get("TRUTH_NO_SUCH_PREFIX_2", "/environ-get")
THIRD = getenv("TRUTH_NO_SUCH_PREFIX_3") or "/or-default"
settings = get_settings()
router = APIRouter()


@router.get("/x")
def x() -> str:
    return ""


app = FastAPI()
app.include_router(router, prefix=get_settings().api_prefix)
app.include_router(router, prefix=f"/v{settings.version}")
app.include_router(router, prefix=Config.PREFIX)
app.include_router(router, prefix=config.SUB)
app.include_router(router, prefix=config.PREFIX)
app.include_router(router, prefix=plain().prefix + plain().more)
app.include_router(router, prefix=ENV)
app.include_router(router, prefix=SECOND)
app.include_router(router, prefix=THIRD)
