# file: app/common.py
from abc import ABC
from typing import Generic, TypeVar

from pydantic import BaseModel, RootModel
from pydantic_settings import BaseSettings

T = TypeVar("T")


class Limit(BaseModel):
    """Stands above the base."""

    most: int


class Schema(BaseModel):
    pass


class IdMixin(BaseModel):
    id: int


class UserRead(IdMixin, Schema):
    name: str


class UserCreate(Schema):
    name: str


class UserUpdate(Schema):
    name: str


class OrderCreate(Schema):
    text: str


class VendorModel(BaseModel):
    model_config = {"extra": "allow"}


class VendorEvent(VendorModel):
    kind: str


class Names(RootModel[list[str]]):
    pass


class Settings(BaseSettings):
    debug: bool = False


class Provider(ABC):
    pass


class FileProvider(Provider, BaseModel):
    path: str
# file: tests/test_common.py
from pydantic import BaseModel


class Sample(BaseModel):
    id: int
# file: app/main.py
from fastapi import FastAPI

app = FastAPI()
