"""Core tables alone, tables made by functions and in loops, and classes mapped imperatively."""

from fastapi import FastAPI

from core import metadata
from mapped import start_mappers

app = FastAPI()
start_mappers()


@app.get("/core")
def core() -> int:
    return len(metadata.tables)
