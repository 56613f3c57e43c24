"""Users of version 1."""

from fastapi import APIRouter

router = APIRouter(prefix="/users")
admin_router = APIRouter(prefix="/admins")


@router.get("")
def users() -> str:
    return ""


@admin_router.get("")
def admins() -> str:
    return ""
