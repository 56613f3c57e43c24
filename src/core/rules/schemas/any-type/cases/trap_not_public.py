from typing import Any
from pydantic import BaseModel, field_validator


class Item(BaseModel):
    name: str

    @field_validator("name", mode="before")
    @classmethod
    def strip(cls, value: Any) -> str:
        return value.strip()

    def __eq__(self, other: Any) -> bool:
        return True

    def __setattr__(self, name: str, value: Any) -> None: ...


def _hidden(value: Any) -> None: ...


def outer() -> None:
    def inner(value: Any) -> None: ...


def callback(_request: Any) -> None: ...
