"""Devices."""

from fastapi import APIRouter

router = APIRouter()


@router.websocket("/devices")
async def devices() -> None: ...
