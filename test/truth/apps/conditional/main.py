"""Includes and routes under settings and environment variables: both sides count; under constants: only what holds."""

import os
import sys
from typing import TYPE_CHECKING

from fastapi import APIRouter, FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    debug: bool = False
    environment: str = "local"


settings = Settings()
app = FastAPI()
debug = APIRouter(prefix="/debug")
private = APIRouter(prefix="/private")
never = APIRouter(prefix="/never")
FEATURE = True


@debug.get("/info")
def info() -> str:
    return ""


@private.get("/info")
def private_info() -> str:
    return ""


@never.get("/info")
def never_info() -> str:
    return ""


if settings.debug:
    app.include_router(debug)
else:

    @app.get("/not-debug")
    def not_debug() -> str:
        return ""


if settings.environment in ("local", "test"):
    app.include_router(private, prefix="/local")

if os.getenv("TRUTH_EXTRA") == "1":

    @app.get("/extra")
    def extra() -> str:
        return ""


if FEATURE:

    @app.get("/feature")
    def feature() -> str:
        return ""


if sys.version_info >= (3, 8):

    @app.get("/modern")
    def modern() -> str:
        return ""


if TYPE_CHECKING or False:
    app.include_router(never)

if __name__ == "__main__":

    @app.get("/only-when-run")
    def only_when_run() -> str:
        return ""
