"""Settings as one instance at module level."""

from pydantic import BaseModel, Field, computed_field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ApiSettings(BaseModel):
    prefix: str = "/nested-api"
    v1: str = "/v1"


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="TRUTH_", env_file=".env", extra="ignore")

    NAME: str = "instance"
    API_V1_STR: str = "/api/v1"
    USERS: str = Field(default="/users", description="where users live")
    api: ApiSettings = ApiSettings()

    @computed_field
    @property
    def both(self) -> str:
        return self.api.prefix + self.api.v1

    @property
    def joined(self) -> str:
        return f"{self.API_V1_STR}/joined"


settings = Settings()
