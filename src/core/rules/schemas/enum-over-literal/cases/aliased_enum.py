from enum import Enum as Choice
from pydantic import BaseModel as Schema


class Size(Choice):  # expect: enum-over-literal
    BIG = "big"


class Box(Schema):
    size: Size | None = None
