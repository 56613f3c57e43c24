"""South, which reads it by the absolute name."""

from fastapi import APIRouter

from area.shared import paths

router = APIRouter(prefix=paths.SOUTH)


@router.get("/x")
def south() -> str:
    return ""
