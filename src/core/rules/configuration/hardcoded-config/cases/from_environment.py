# file: app/config.py
import os

import httpx
from decouple import config
from redis import Redis


def get_env(name: str, otherwise: str) -> str:
    return os.environ.get(name) or otherwise


REDIS_URL = os.getenv("REDIS_URL", "redis://localhost:6379/0")
BROKER = os.getenv("BROKER") or "redis://localhost:6379/1"
SEARCH = config("SEARCH", default="http://localhost:9200")
OLLAMA = get_env("OLLAMA", "http://ollama:11434")

cache = Redis.from_url(REDIS_URL)
broker = Redis.from_url(BROKER)
search = httpx.Client(base_url=SEARCH)
ollama = httpx.Client(base_url=OLLAMA)


def client(options: dict, base_url: str | None) -> httpx.Client:
    host = options.get("host", "localhost:8000")
    return httpx.Client(base_url=base_url or f"http://{host}")


def queue() -> Redis:
    return Redis.from_url("redis://" + (os.getenv("QUEUE") or "localhost:6379") + "/0")
