# file: app/schemas.py
from pydantic import BaseModel


class UserRead(BaseModel):
    id: int


class UserCreate(BaseModel):
    name: str
# file: app/main.py
from fastapi import FastAPI

app = FastAPI()
