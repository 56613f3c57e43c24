# file: app/service.py
import logging

from app.models import ApiKey, ErrorCode

logger = logging.getLogger(__name__)


def rotate(api_key: ApiKey, secret_name: str, password: str, access_token: str) -> None:
    logger.info("key %s rotated", api_key.id)
    logger.info("the object: %s", api_key)
    logger.info(f"reading {secret_name}, {len(password)} characters")
    logger.info("token %s…, type %s", access_token[:4], type(access_token))
    logger.info(f"token {access_token:.4}")
    logger.info("key: %s", "*" * len(password))
    logger.info("key: %s", "***" if password else None)
    logger.warning(ErrorCode.INVALID_PASSWORD)


def fill(text: str, otp: str | None) -> None:
    if otp:
        text = create_token(otp)
    logger.info("filled %s", text)


def create_token(otp: str) -> str:
    return otp
# file: app/models.py
from enum import Enum


class ErrorCode(str, Enum):
    INVALID_PASSWORD = "INVALID_PASSWORD"


class ApiKey:
    id: int
