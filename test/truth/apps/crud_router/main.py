"""A generic CRUD router class that adds routes in __init__ for the given schema, with flags that turn routes off."""

from fastapi import FastAPI
from pydantic import BaseModel

from crud import CRUDRouter, ReadOnlyRouter


class Potato(BaseModel):
    id: int


class Carrot(BaseModel):
    id: int


class Leek(BaseModel):
    id: int


class LeekRouter(CRUDRouter):
    def __init__(self) -> None:
        super().__init__(Leek, prefix="/vegetables/leeks", delete_all=False)
        self.add_api_route("/count", self.count, methods=["GET"])

    def count(self) -> int:
        return 0


app = FastAPI()
app.include_router(CRUDRouter(schema=Potato))
app.include_router(CRUDRouter(Carrot, prefix="/roots", delete_all=False, delete_one=False, tags=["roots"]))
app.include_router(ReadOnlyRouter(Carrot, prefix="/ro"), prefix="/v2")
app.include_router(LeekRouter())
