"""The API key that callers send when one is configured."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import HTTPException, Security, status
from fastapi.security import APIKeyHeader

from bookshop.infrastructure.settings import get_settings

api_key_header = APIKeyHeader(name="X-API-Key", auto_error=False)


async def require_api_key(key: Annotated[str | None, Security(api_key_header)]) -> None:
    """Let a request pass when it carries the key, or when no key is configured."""
    expected = get_settings().api_key
    if expected is None:
        return
    sent = (key or "").encode()
    if not secrets.compare_digest(sent, expected.get_secret_value().encode()):
        msg = "A valid API key is required"
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, detail=msg)
