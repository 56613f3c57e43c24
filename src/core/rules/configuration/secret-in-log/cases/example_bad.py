# file: app/auth.py
import logging

from fastapi import APIRouter, Request

router = APIRouter()
logger = logging.getLogger(__name__)


@router.post("/login")
async def login(request: Request, name: str, password: str) -> None:
    logger.debug("headers: %s", request.headers)  # expect: secret-in-log
    logger.info(f"login of {name} with {password}")  # expect: secret-in-log
