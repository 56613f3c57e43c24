"""Imported by the server's module only."""

from functools import partial

from fastapi import APIRouter

from main import app

make = partial(APIRouter, prefix="/made", tags=["made"])
made = make()


@made.get("/x")
def made_x() -> str:
    return ""


@app.get("/late")
def late() -> str:
    return ""


def fill(router: APIRouter) -> None:
    for path in "/abc".split("/")[1:]:
        router.add_api_route(f"/{path[1:]}", late)


app.include_router(made)
