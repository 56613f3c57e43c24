"""Imported inside a function."""

from fastapi import APIRouter

router = APIRouter(prefix="/late")


@router.get("/")
def late() -> str:
    return ""
