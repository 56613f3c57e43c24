# file: app/main.py
import os
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Match

app = FastAPI()
free = APIRouter(prefix="/plan")
paid = APIRouter(prefix="/plan")


@free.get("/{name}")
def read_free(name: str) -> str:
    return name


@paid.get("/limits")
def read_limits() -> str:
    return "none"


@paid.get("/{name}")
def read_paid(name: str) -> str:
    return name


if os.getenv("EDITION") == "free":
    app.include_router(free)
else:
    app.include_router(paid)


if os.getenv("DOCS") == "own":

    @app.get("/manual/{page:path}")
    def own_manual(page: str) -> str:
        return page


@app.get("/manual/index")
def manual() -> str:
    return "index"


chosen = free if os.getenv("CHOICE") else paid
app.include_router(chosen, prefix="/chosen")


class ByHeader(APIRoute):
    def matches(self, scope: Any) -> Any:
        if b"x-beta" not in dict(scope["headers"]):
            return Match.NONE, {}
        return super().matches(scope)


beta = APIRouter(route_class=ByHeader)


@beta.get("/search/{text}")
def search_beta(text: str) -> str:
    return text


@app.get("/search/all")
def search_all() -> str:
    return "all"


app.include_router(beta)
