"""Goods."""

from fastapi import APIRouter

router = APIRouter()


@router.get("/goods")
def goods() -> str:
    return ""
