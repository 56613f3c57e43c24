# file: shop/settings.py
from functools import lru_cache

from pydantic_settings import BaseSettings

from shop.locale import LANGUAGE_URL


class Settings(BaseSettings):
    DATABASE_URL: str
    LANGUAGE_URL: str = LANGUAGE_URL


@lru_cache
def get_settings() -> Settings:
    return Settings()
# file: shop/locale.py
"""The settings import this file: it cannot import them."""

import httpx

LANGUAGE_URL = "http://10.0.0.8:8000/language"  # expect: hardcoded-config


def language() -> str:
    return httpx.get(LANGUAGE_URL).text
# file: shop/main.py
from fastapi import Depends, FastAPI

from shop.settings import Settings, get_settings

app = FastAPI()


@app.get("/")
def root(settings: Settings = Depends(get_settings)) -> str:
    return settings.DATABASE_URL
# file: shop/mail.py
import httpx


def send(text: str) -> None:
    httpx.post("http://mail.internal:8025/send", json={"text": text})  # expect: hardcoded-config
    httpx.post(f"http://mail.internal:8025/{text}")  # expect: hardcoded-config
