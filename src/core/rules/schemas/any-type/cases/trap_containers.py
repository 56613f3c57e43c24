from typing import Any


def save(data: dict[str, Any], rows: list[Any], *args: Any, **kwargs: Any) -> None:
    print(data, rows)
