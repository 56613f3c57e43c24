from fastapi import Query
from pydantic import BaseModel, Field

TIMEOUT = 30
client = make_client(timeout=30)


class Item(BaseModel):
    name: str = Field(max_length=255, min_length=3)


def read(limit: int = Query(100, max_length=1000), timeout: int = 30) -> int:
    return limit


def build():
    class Local(BaseModel):
        name: str = Field(max_length=255)

    return Local
