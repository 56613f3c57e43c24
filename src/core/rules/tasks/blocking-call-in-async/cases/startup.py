import time
from contextlib import asynccontextmanager
from fastapi import FastAPI


@asynccontextmanager
async def lifespan(app: FastAPI):
    time.sleep(1)
    yield


app = FastAPI(lifespan=lifespan)


@app.on_event("startup")
async def start() -> None:
    open("config.json")
