"""Class-based views: a decorator that gives a router's methods their instance by a dependency, as fastapi-utils does."""

from fastapi import FastAPI

from items import other, router

app = FastAPI()
app.include_router(router, prefix="/v1")
app.include_router(other)
