# file: .backend-spec.yaml
names: { schemas: [In, Out] }
rules: { schema-name: warning }
# file: app/schemas.py
from pydantic import BaseModel as Model


class Item(Model):  # expect: schema-name
    id: int


class ItemIn(Model):
    name: str


class Address(Model):
    street: str


class OrderOut(Model):
    address: Address
# file: app/routes.py
from typing import Annotated

from fastapi import APIRouter, Body
from fastapi import FastAPI as App

from app import schemas
from app.schemas import Item as ItemSchema

app = App()
router = APIRouter(prefix="/items")


@router.get("", response_model=list[ItemSchema])
def list_items(): ...


@router.post("")
def create_item(item: Annotated[schemas.ItemIn, Body()]) -> schemas.OrderOut | None: ...


app.include_router(router)
