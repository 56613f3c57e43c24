"""Two routers."""

from fastapi import APIRouter

router = APIRouter(prefix="/deep")
second = APIRouter(prefix="/second")


@router.get("/")
@second.get("/")
def deep() -> str:
    return ""
