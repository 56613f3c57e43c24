# file: app/main.py
from fastapi import FastAPI, Request
from pydantic_settings import BaseSettings

app = FastAPI()


class Settings(BaseSettings):
    title: str = "Shop"


@app.get("/")
async def title() -> str:
    return Settings().title  # expect: uncached-settings


@app.middleware("http")
async def named(request: Request, call_next):
    settings = Settings()  # expect: uncached-settings
    response = await call_next(request)
    response.headers["x-title"] = settings.title
    return response
