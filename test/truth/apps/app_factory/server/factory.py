"""The factory: it builds the application in steps."""

from contextlib import asynccontextmanager

from fastapi import FastAPI

from .setup import register_admin, register_routes
from .setup import register_health as health


@asynccontextmanager
async def lifespan(app: FastAPI):
    yield


def _new(title: str) -> FastAPI:
    instance = FastAPI(title=title, lifespan=lifespan)
    return instance


def create_app(prefix: str = "/api", *, with_admin: bool = True) -> FastAPI:
    application = _new("factory")
    register_routes(application, prefix)
    health(app=application)
    if with_admin:
        register_admin(application)

    @application.get("/version")
    def version() -> str:
        return "1"

    return application
