import time
from functools import lru_cache
from fastapi import FastAPI

app = FastAPI()


async def command() -> None:
    time.sleep(1)


@lru_cache
def read_settings() -> str:
    return open("settings").read()


_loaded = None


def load_once() -> str:
    global _loaded
    if _loaded is None:
        _loaded = open("loaded").read()
    return _loaded


@app.get("/a")
async def read(sleep, requests) -> None:
    read_settings()
    load_once()
    sleep(1)
    requests.get("not the library")
