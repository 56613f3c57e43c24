"""Administration."""

from fastapi import APIRouter

router = APIRouter()


@router.get("/admin")
def get_admin() -> str:
    return ""
