"""Events, posted to the address that the settings name."""

from __future__ import annotations

import asyncio
import logging
import uuid
from datetime import UTC, datetime

import httpx

from bookshop.infrastructure.settings import get_settings

FIRST_DELAY_SECONDS = 0.1

logger = logging.getLogger(__name__)


async def publish_event(
    event_type: str, aggregate_id: uuid.UUID, payload: dict[str, str | int]
) -> bool:
    """Post one event and say whether it was taken; do nothing without an address."""
    settings = get_settings()
    if settings.webhook_url is None:
        return False
    body = {
        "event_id": str(uuid.uuid4()),
        "event_type": event_type,
        "aggregate_id": str(aggregate_id),
        "timestamp": datetime.now(UTC).isoformat(),
        "payload": payload,
    }
    for attempt in range(settings.webhook_attempts):
        if attempt:
            await asyncio.sleep(FIRST_DELAY_SECONDS * 2 ** (attempt - 1))
        try:
            answer = httpx.post(
                settings.webhook_url, json=body, timeout=settings.webhook_timeout_seconds
            )
            answer.raise_for_status()
            return True
        except httpx.HTTPError:
            logger.warning("event not taken", extra={"event_type": event_type, "attempt": attempt})
    return False
