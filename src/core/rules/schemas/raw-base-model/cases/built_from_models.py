# file: .backend-spec.yaml
profile: layered
schemas: { base: app.core.schemas.Schema }
# file: app/core/schemas.py
from pydantic import BaseModel, ConfigDict


class Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)
# file: app/models/user.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
# file: app/schemas/user.py
from pydantic import BaseModel, ConfigDict


class UserResponse(BaseModel):  # expect: raw-base-model
    id: int


class UserSummary(BaseModel):  # expect: raw-base-model
    id: int


class UserDetails(BaseModel):  # expect: raw-base-model
    model_config = ConfigDict(from_attributes=True)

    id: int


class UserCreate(BaseModel):
    name: str
# file: app/api/users.py
from fastapi import FastAPI
from app.models.user import User
from app.schemas.user import UserCreate, UserDetails, UserResponse, UserSummary

app = FastAPI()


def load(user_id: int) -> User: ...


@app.get("/users/{user_id}")
def read_user(user_id: int) -> UserResponse:
    return UserResponse.model_validate(load(user_id))


@app.get("/users/{user_id}/summary", response_model=UserSummary)
def summarize(user_id: int):
    return load(user_id)


@app.post("/users")
def create_user(user: UserCreate) -> None: ...
