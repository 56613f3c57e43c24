"""The first level: includes the second with a parameter in the prefix."""

from fastapi import APIRouter

from levels import middle
from levels.middle import router as middle_router

router = APIRouter(prefix="/top", tags=["top"])
router.include_router(middle_router, prefix="/{top_id}")
router.include_router(middle.other)
