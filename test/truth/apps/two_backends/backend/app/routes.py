"""Routes of the first."""

from fastapi import APIRouter

router = APIRouter()


@router.get("/first")
def first() -> str:
    return ""
