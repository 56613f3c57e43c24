# file: app/settings.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    title: str = "Shop"


def get_settings() -> Settings:
    return Settings()  # expect: uncached-settings
# file: app/main.py
from typing import Annotated

from fastapi import Depends, FastAPI

from app.settings import Settings, get_settings

app = FastAPI()


@app.get("/")
def title(settings: Annotated[Settings, Depends(get_settings)]) -> str:
    return settings.title
