# file: app/llm.py
import logging
import secrets

logger = logging.getLogger(__name__)


def release(token: str, max_tokens: int, hashed_password: str) -> None:
    logger.debug("slot released (token=%s)", token)
    logger.debug(f"{max_tokens} tokens at most, {hashed_password}")


class Unauthorized(Exception):
    def __init__(self, token: str, description: str) -> None:
        self.token = token


def fail(access_token: str) -> None:
    raise Unauthorized(token=access_token, description="expired")


def begin() -> None:
    txn_id = secrets.token_urlsafe(16)
    logger.info("begun %s", txn_id)
