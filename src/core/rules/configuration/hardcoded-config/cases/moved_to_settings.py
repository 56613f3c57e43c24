# file: shop/core/config.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    project_name: str = "shop"
    search_url: str = "http://search"  # where orders are looked for

    def is_open(self) -> bool:
        return True


settings = Settings()
# file: shop/clients.py
import httpx
import redis.asyncio as redis
from fastapi import FastAPI

from shop.core.config import settings

SEARCH_URL = "http://10.0.0.7:9200"  # expect: hardcoded-config
app = FastAPI(title=settings.project_name, debug=True)  # expect: hardcoded-config


class Cache:
    def __init__(self, host: str = "cache.internal") -> None:  # expect: hardcoded-config
        self.client = redis.Redis(host=host)


async def search(words: str) -> None:
    async with httpx.AsyncClient(base_url=SEARCH_URL) as client:
        await client.get("/", params={"q": words})
# file: shop/tokens.py
import jwt


def token(user: str) -> str:
    return jwt.encode({"sub": user}, "s3cr3t", algorithm="HS256")  # expect: hardcoded-config


def mail_token(user: str) -> str:
    return jwt.encode({"sub": user}, key="an0ther", algorithm="HS256")  # expect: hardcoded-config


def read(settings: dict[str, str], user: str) -> str:
    return jwt.encode({"sub": user}, key="th1rd", algorithm="HS256")  # expect: hardcoded-config
# file: shop/core/events.py
import redis.asyncio as redis

events = redis.from_url("redis://events:6379/0")  # expect: hardcoded-config
