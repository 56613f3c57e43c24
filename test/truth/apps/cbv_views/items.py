"""Two views on two routers."""

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from cbv import cbv

router = APIRouter()
other = APIRouter(prefix="/other", tags=["other"])


class Item(BaseModel):
    name: str


def user() -> str:
    return "me"


@cbv(router)
class Items:
    user: str = Depends(user)

    def __init__(self, limit: int = 10) -> None:
        self.limit = limit

    @router.get("/items")
    def list(self) -> list[Item]:
        return []

    @router.post("/items", status_code=201)
    async def create(self, item: Item) -> Item:
        return item

    def helper(self) -> int:
        return self.limit


@cbv(other)
class Others:
    @other.get("/{key}")
    @other.head("/{key}")
    def read(self, key: int) -> Item:
        return Item(name=str(key))
