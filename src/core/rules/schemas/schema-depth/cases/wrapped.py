from typing import Generic, TypeVar

from fastapi import FastAPI
from pydantic import BaseModel, RootModel

T = TypeVar("T")
app = FastAPI()


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int


class Brand(BaseModel):
    name: str


class BrandValue(RootModel[Brand]):
    pass


class Product(BaseModel):
    brand: BrandValue


class Item(BaseModel):
    product: Product


class Items(BaseModel):
    data: list[Item]
    count: int


@app.get("/items")
def list_items() -> Items: ...


@app.get("/pages")
def list_pages() -> Page[Item]: ...
