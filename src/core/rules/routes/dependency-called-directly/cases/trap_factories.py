# file: app/main.py
from functools import partial

from fastapi import Depends, FastAPI
from library import make_check

app = FastAPI()


def require(role: str):
    async def check(user: str = "me") -> str:
        return f"{user} {role}"

    return check


class Page:
    def __init__(self, size: int) -> None:
        self.size = size

    def __call__(self, number: int = 1) -> int:
        return self.size * number


def page(size: int) -> Page:
    return Page(size)


def limited(limit: int):
    return partial(require, str(limit))


def unknown(name: str):
    return make_check(name)


@app.get("/a", dependencies=[Depends(require("admin")), Depends(unknown("x"))])
def read_a(first=Depends(page(20)), second=Depends(Page(5)), third=Depends(limited(3))):
    return first, second, third
