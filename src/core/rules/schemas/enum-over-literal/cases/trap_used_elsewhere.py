# file: app/__init__.py
# file: app/schemas.py
from enum import Enum
from pydantic import BaseModel


class Color(str, Enum):
    RED = "red"


class Size(str, Enum):
    BIG = "big"


class Shape(str, Enum):
    ROUND = "round"


class Car(BaseModel):
    color: Color
    size: Size = Size.BIG
    shape: Shape
# file: app/service.py
from app.schemas import Color


def paint(color: Color) -> bool:
    return color is Color.RED
# file: tests/test_a.py
from app import schemas


def test_shape():
    assert list(schemas.Shape)
