# file: app/settings.py
import functools

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    title: str = "Shop"


settings = Settings()
_kept: Settings | None = None


@functools.cache
def get_settings() -> Settings:
    return _make()


def _make() -> Settings:
    return Settings()


def kept() -> Settings:
    global _kept
    if _kept is None:
        _kept = Settings()
    return _kept
# file: app/main.py
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.settings import Settings, get_settings, kept, settings


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.settings = Settings()
    yield


def create_app() -> FastAPI:
    own = Settings()
    return FastAPI(title=own.title, lifespan=lifespan)


app = create_app()


@app.get("/")
def title() -> str:
    return settings.title + get_settings().title + kept().title
