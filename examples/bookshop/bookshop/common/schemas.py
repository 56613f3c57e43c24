"""The base of all schemas."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


def assume_utc(value: datetime) -> datetime:
    """Mark a naive time as UTC, since SQLite drops the zone."""
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)


UtcDatetime = Annotated[datetime, AfterValidator(assume_utc)]


class Schema(BaseModel):
    """A schema that can be filled from a model instance."""

    model_config = ConfigDict(from_attributes=True)


class HealthRead(Schema):
    """The answer of the health check."""

    status: str
