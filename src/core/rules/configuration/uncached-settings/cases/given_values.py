# file: app/main.py
from fastapi import FastAPI
from pydantic_settings import BaseSettings

app = FastAPI()


class Tenant(BaseSettings):
    name: str
    limit: int = 10


@app.get("/{name}")
def limit(name: str) -> int:
    return Tenant(name=name).limit


def report() -> int:
    return Tenant().limit
