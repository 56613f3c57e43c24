# file: app/core/schemas.py
from pydantic import BaseModel, ConfigDict


class Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)
# file: app/schemas.py
from pydantic import BaseModel, ConfigDict

from app.core.schemas import Schema


class UserRead(Schema):
    id: int


class OrderRead(Schema):
    id: int


class ItemRead(BaseModel):  # expect: raw-base-model
    model_config = ConfigDict(from_attributes=True)

    id: int


class UserCreate(BaseModel):
    name: str


class OrderCreate(BaseModel):
    text: str


class JobInput(BaseModel):
    text: str
# file: app/main.py
from fastapi import FastAPI

app = FastAPI()
