"""One router of two."""

from fastapi import APIRouter

from . import goods
from .goods import router as goods_router

router = APIRouter(prefix="/shop")
router.include_router(goods_router)
assert goods
