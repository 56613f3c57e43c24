# file: app/common/schemas.py
from pydantic import BaseModel, ConfigDict


class Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)
# file: app/orders/schemas.py
from datetime import datetime

from app.common.schemas import Schema


class OrderRead(Schema):
    id: int
    placed_at: datetime
# file: app/main.py
from fastapi import FastAPI

app = FastAPI()
