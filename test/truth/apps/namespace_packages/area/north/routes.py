"""North, which reads a constant of a neighbouring folder."""

from fastapi import APIRouter

from ..shared.paths import NORTH

router = APIRouter(prefix=NORTH)


@router.get("/x")
def north() -> str:
    return ""
