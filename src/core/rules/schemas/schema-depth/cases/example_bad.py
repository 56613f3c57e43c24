from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class BrandRead(BaseModel):
    name: str


class ProductRead(BaseModel):
    name: str
    brand: BrandRead


class ItemRead(BaseModel):
    product: ProductRead
    count: int


class OrderRead(BaseModel):  # expect: schema-depth
    id: int
    items: list[ItemRead]


@app.get("/orders/{order_id}")
def read_order(order_id: int) -> OrderRead: ...
