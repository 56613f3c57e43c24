from enum import Enum

from pydantic import BaseModel


class Color(str, Enum):  # expect: enum-over-literal
    RED = "red"
    BLUE = "blue"


class Car(BaseModel):
    color: Color
