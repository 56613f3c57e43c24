"""Read with a star."""

from fastapi import APIRouter

__all__ = ["starred_router"]

starred_router = APIRouter(prefix="/starred")
_hidden = APIRouter(prefix="/hidden")
app = None


@starred_router.get("/")
def starred() -> str:
    return ""


@_hidden.get("/")
def hidden() -> str:
    return ""
