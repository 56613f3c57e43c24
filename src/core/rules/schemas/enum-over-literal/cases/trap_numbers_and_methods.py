from enum import Enum, IntEnum
from pydantic import BaseModel


class Level(IntEnum):
    LOW = 1


class Mixed(Enum):
    A = "a"
    B = 2


class Named(str, Enum):
    A = "a"

    @property
    def label(self):
        return self.value.title()


class Car(BaseModel):
    level: Level
    mixed: Mixed
    named: Named
