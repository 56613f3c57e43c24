# file: server/app/naming.py
from pydantic import BaseModel


class Naming(BaseModel):
    style: str
# file: server/app/schemas.py
from pydantic import BaseModel

from app.naming import Naming

naming = Naming(style="camel")


class Schema(BaseModel):
    pass


class UserRead(Schema):
    id: int


class UserCreate(Schema):
    name: str


class UserUpdate(Schema):
    name: str
# file: server/app/main.py
from fastapi import FastAPI

from app.schemas import UserCreate

app = FastAPI()


@app.post("/users")
def create_user(user: UserCreate) -> None: ...
# file: sdk/generator/ir.py
from pydantic import BaseModel


class EnumValue(BaseModel):
    name: str
# file: sdk/generator/main.py
from generator.ir import EnumValue
