"""A router whose prefix is a field with a default."""

from fastapi import APIRouter

from .config import settings

router = APIRouter(prefix=settings.USERS, tags=["users"])


@router.get("/me")
def me() -> str:
    return ""
