# file: app/common/schemas.py
from pydantic import BaseModel as PydanticModel


class Schema(PydanticModel):
    pass


class PageRead(Schema):
    total: int


class Token(PydanticModel):  # expect: raw-base-model
    text: str
# file: app/users/schemas.py
import pydantic

from app.common.schemas import Schema as AppSchema
from pydantic import (
    BaseModel as Raw,  # for the token
    Field,
)


class UserRead(AppSchema):
    name: str = Field(min_length=1)


class UserCreate(AppSchema):
    name: str


class UserUpdate(AppSchema):
    name: str


class UserSummary(AppSchema):
    name: str


class UserFilter(pydantic.BaseModel):  # expect: raw-base-model
    name: str


class UserToken(Raw):  # expect: raw-base-model
    text: str
# file: app/main.py
from fastapi import FastAPI

app = FastAPI()
# file: app/tokens.py
from pydantic import BaseModel, Field
from app.common.schemas import Schema


class TokenRead(Schema):
    text: str = Field(min_length=1)


class TokenCreate(BaseModel):  # expect: raw-base-model
    text: str
# file: app/health.py
from app.common.schemas import Schema
from pydantic import BaseModel


class HealthDetails(Schema):
    text: str


class Health(BaseModel):  # expect: raw-base-model
    text: str
