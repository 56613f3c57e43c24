from typing import Any
import json


def as_text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode()
    return "x"


def as_json(value: Any) -> str:
    return json.dumps(value)


def kind(value: Any) -> str:
    match value:
        case int():
            return "number"
    return "other"


def is_empty(row: Any) -> bool:
    return not row


class Cache:
    async def set(self, key: str, response: Any) -> None: ...

    def find(self, key: str, default: Any = None) -> str:
        return key
