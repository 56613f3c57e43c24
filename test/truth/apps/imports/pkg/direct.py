"""Included twice under two names."""

from fastapi import APIRouter

router = APIRouter(prefix="/direct")


@router.get("/")
def direct() -> str:
    return ""
