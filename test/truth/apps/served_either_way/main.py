"""One application, or another one around it, as a setting says: each is served in its way."""

from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    proxied: bool = False


settings = Settings()


def create_app() -> FastAPI:
    inner = FastAPI()

    @inner.get("/status")
    def status() -> str:
        return ""

    if settings.proxied:
        outer = FastAPI()
        outer.mount("/proxied", inner)
        return outer
    else:
        return inner


app = create_app()
