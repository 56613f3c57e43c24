"""The second level, with two routers."""

from fastapi import APIRouter

from . import leaf

router = APIRouter(prefix="/middle", tags=["middle"])
other = APIRouter(prefix="/other")
router.include_router(leaf.router, tags=["leaf"])


@router.get("")
def middle_home() -> str:
    return ""


@other.get("/", tags=["o"])
def other_home() -> str:
    return ""


other.include_router(leaf.router, prefix="/leaf")
