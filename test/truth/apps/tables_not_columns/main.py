"""Attributes of models that are no columns: relationships, hybrids, proxies, composites, column properties, class variables."""

from fastapi import FastAPI

from models import Order

app = FastAPI()


@app.get("/orders")
def orders() -> str:
    return Order.__tablename__
