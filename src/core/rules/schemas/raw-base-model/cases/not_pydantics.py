# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class BaseModel(DeclarativeBase):
    pass


class User(BaseModel):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
# file: app/mixins.py
class BaseModel:
    """A mark for mixins."""


class Stamped(BaseModel):
    pass
# file: app/schemas.py
from pydantic import BaseModel


class Schema(BaseModel):
    pass


class UserRead(Schema):
    id: int


class UserCreate(Schema):
    name: str
# file: app/main.py
from fastapi import FastAPI

app = FastAPI()
