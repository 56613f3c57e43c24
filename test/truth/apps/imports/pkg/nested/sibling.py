"""Re-exported as `exported`, then as `renamed_router`."""

from fastapi import APIRouter

router = APIRouter(prefix="/sibling")


@router.get("/")
def sibling() -> str:
    return ""
