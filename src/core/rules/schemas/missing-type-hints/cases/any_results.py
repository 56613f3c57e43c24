import typing
import typing as t
from typing import Any as Whatever


def first() -> typing.Any:  # expect: missing-type-hints
    return 1


def second() -> t.Any:  # expect: missing-type-hints
    return 1


def third() -> Whatever:  # expect: missing-type-hints
    return 1


def fourth() -> "Any":  # expect: missing-type-hints
    return 1


def fifth() -> dict[str, Whatever]:
    return {}
