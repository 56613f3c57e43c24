"""Several route decorators on one function, other decorators above, between and below them."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter(prefix="/r")


def audited(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def inner(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return inner


def limited(count: int, *, per: str = "minute") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        async def inner(*args: Any, **kwargs: Any) -> Any:
            return await function(*args, **kwargs)

        return inner

    return decorate


@router.get("/one")
@router.get(
    "/two",
    tags=["two"],
)
@app.get("/three")
def many() -> str:
    return ""


@router.post("/between", status_code=202)
@audited
def between() -> str:
    return ""


@router.post("/args")
@limited(5, per="hour")
@audited
async def with_arguments() -> str:
    return ""


@audited
@router.put("/outer")
def outer() -> str:
    return ""


@router.get("/cached")
@lru_cache
def cached() -> str:
    return ""


@router.get("/mixed")
@audited
@router.post("/mixed")
def mixed() -> str:
    return ""


app.include_router(router)
