"""The last level."""

from fastapi import APIRouter

router = APIRouter()
inner = APIRouter(prefix="/inner")


@inner.get("/{leaf_id}/")
def get_leaf(leaf_id: int) -> str:
    return ""


router.include_router(inner)
