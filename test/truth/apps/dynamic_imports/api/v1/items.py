"""Items of version 1."""

from fastapi import APIRouter

router = APIRouter(prefix="/items")


@router.get("")
def items() -> str:
    return ""
