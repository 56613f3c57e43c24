# file: app/settings.py
from functools import lru_cache

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    title: str = "Shop"


@lru_cache
def get_settings() -> Settings:
    return Settings()
# file: app/main.py
from typing import Annotated

from fastapi import Depends, FastAPI

from app.settings import Settings, get_settings

app = FastAPI()


@app.get("/")
def title(settings: Annotated[Settings, Depends(get_settings)]) -> str:
    return settings.title
