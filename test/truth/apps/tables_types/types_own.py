"""Types of the project's own."""

import json
from typing import Any

from sqlalchemy import CHAR, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.types import TypeDecorator, UserDefinedType


class JsonText(TypeDecorator[Any]):
    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str:
        return json.dumps(value)


class Guid(TypeDecorator[str]):
    impl = CHAR(32)
    cache_ok = True


class Point(UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **kw: Any) -> str:
        return "POINT"


class Email(String):
    def __init__(self) -> None:
        super().__init__(254)


MutableJson = MutableDict.as_mutable(JSONB)
LongString = String(4000)
Money = JsonText


def json_type(postgres: bool = True):
    return JSONB() if postgres else Text()
