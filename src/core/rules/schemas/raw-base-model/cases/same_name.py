# file: app/schemas/generics.py
from pydantic import BaseModel as PydanticBaseModel


class BaseModel(PydanticBaseModel):
    class Config:
        orm_mode = True


class IdSchema(BaseModel):
    id: int


class UserSchema(IdSchema):
    name: str
# file: app/schemas/errors.py
from pydantic import BaseModel


class LoginError(BaseModel):  # expect: raw-base-model
    reason: str
# file: app/schemas/checked.py
from typing import TypeGuard

from pydantic import BaseModel


def is_model(value: object) -> TypeGuard[BaseModel]:
    return isinstance(value, BaseModel)


class CheckError(BaseModel):  # expect: raw-base-model
    reason: str
# file: app/main.py
from fastapi import FastAPI

app = FastAPI()
