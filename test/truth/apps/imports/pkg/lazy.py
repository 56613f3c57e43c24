"""Imported inside a function; it imports what imports it."""

from fastapi import APIRouter

import main as _main

router = APIRouter(prefix="/lazy")


@router.get("/")
def lazy() -> str:
    return _main.__name__
