from app.types import Any
from app import typing


def put(value: Any, other: typing.Any) -> None: ...
# file: tests/test_a.py
from typing import Any


def check(value: Any) -> None: ...
