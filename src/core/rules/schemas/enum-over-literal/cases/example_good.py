from typing import Literal

from pydantic import BaseModel


class Car(BaseModel):
    color: Literal["red", "blue"]
