# file: app/common/schemas.py
from pydantic import BaseModel, ConfigDict


class Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)
# file: app/users/schemas.py
from app.common.schemas import Schema


class UserCreate(Schema):
    name: str


class UserRead(Schema):
    id: int
    name: str
# file: app/orders/schemas.py
from datetime import datetime

from pydantic import BaseModel


class OrderRead(BaseModel):  # expect: raw-base-model
    id: int
    placed_at: datetime
# file: app/main.py
from fastapi import FastAPI

app = FastAPI()
