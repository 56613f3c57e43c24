import asyncio
import time
from functools import partial
import anyio
import requests
from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

app = FastAPI()


def work() -> None:
    time.sleep(1)


@app.get("/a")
async def read() -> None:
    await run_in_threadpool(requests.get, "https://a.example")
    await asyncio.to_thread(work)
    await anyio.to_thread.run_sync(lambda: time.sleep(1))
    await anyio.to_thread.run_sync(partial(time.sleep, 1))
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, work)

    def nested() -> None:
        time.sleep(1)

    await asyncio.to_thread(nested)
