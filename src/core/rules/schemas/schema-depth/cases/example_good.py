from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class ProductRead(BaseModel):
    name: str
    brand_id: int


class ItemRead(BaseModel):
    product: ProductRead
    count: int


class OrderRead(BaseModel):
    id: int
    items: list[ItemRead]


@app.get("/orders/{order_id}")
def read_order(order_id: int) -> OrderRead: ...
