"""Routes of the second."""

from fastapi import APIRouter

router = APIRouter()


@router.get("/second")
def second() -> str:
    return ""
