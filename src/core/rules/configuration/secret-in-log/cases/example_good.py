# file: app/auth.py
import logging

from fastapi import APIRouter, Request

router = APIRouter()
logger = logging.getLogger(__name__)


@router.post("/login")
async def login(request: Request, name: str, password: str) -> None:
    logger.debug("agent: %s", request.headers.get("user-agent"))
    logger.info(f"login of {name}, password given: {bool(password)}")
