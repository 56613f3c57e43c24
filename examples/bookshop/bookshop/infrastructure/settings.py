"""Settings, read from the environment and `.env`."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything that differs between installations."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    database_url: str = "sqlite+aiosqlite:///./bookshop.db"
    api_key: SecretStr | None = None
    max_quantity: int = Field(default=50, ge=1)
    webhook_url: str | None = None
    webhook_timeout_seconds: float = Field(default=2.0, gt=0)
    webhook_attempts: int = Field(default=3, ge=1)


@lru_cache
def get_settings() -> Settings:
    """Read the settings once and keep them."""
    return Settings()
