# file: .backend-spec.yaml
profile: modular
# file: app/main.py
from dataclasses import dataclass
from enum import Enum

from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordRequestForm
from pydantic import BaseModel
from pydantic_settings import BaseSettings
from sqlmodel import Field, SQLModel

app = FastAPI()


class Settings(BaseSettings):
    debug: bool = False


class Colour(str, Enum):
    red = "red"


class Filters(BaseModel):
    name: str


class TokenPayload(BaseModel):
    sub: str


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)


@dataclass
class Point:
    x: int


def filters(name: str) -> Filters: ...


def settings() -> Settings: ...


@app.get("/heroes")
def list_heroes(given: Filters = Depends(filters), now: Settings = Depends(settings)) -> list[Hero]: ...


@app.get("/colour")
def read_colour() -> Colour: ...


@app.get("/point")
def read_point() -> Point: ...


@app.post("/token")
def log_in(form: OAuth2PasswordRequestForm = Depends()) -> None:
    TokenPayload(sub=form.username)
