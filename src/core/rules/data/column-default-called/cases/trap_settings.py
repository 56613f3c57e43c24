# file: app/config.py
import secrets
from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings


class Transient(BaseModel):
    up_since: datetime = Field(default=datetime.now())


class Settings(BaseSettings, Transient):
    # One object, made once: each start has its own key.
    secret_key: str = secrets.token_urlsafe(32)
    started_at: datetime = Field(default=datetime.now())


class Report(BaseModel):
    started_at: ClassVar[datetime] = datetime.now()
    limits: dict[str, int] = Field(default={})
