"""Settings that compute."""

from typing import ClassVar

CONFIG = {"api": {"prefix": "/from-dict"}}


class Settings:
    root: ClassVar[str] = "/root"
    name = "My Service"

    def __init__(self, by_init: str = "/by-init") -> None:
        self.by_init = by_init

    @property
    def full(self) -> str:
        return f"{self.root}/full"

    @staticmethod
    def static() -> str:
        return "/static-method"


settings = Settings()


def api_path(name: str, version: int = 1) -> str:
    base = f"/api/v{version}"
    return base + "/" + name
