# file: app/schemas.py
from pydantic import BaseModel


class UserBase(BaseModel):
    name: str


class UserCreate(UserBase):
    password: str


class UserRead(UserBase):
    id: int


class Token(BaseModel):
    text: str
# file: app/main.py
from fastapi import FastAPI

app = FastAPI()
