# file: .backend-spec.yaml
profile: modular
# file: app/modules/users/schemas.py
from pydantic import BaseModel


class UserCreate(BaseModel):
    name: str


class UserRead(BaseModel):
    id: int
    name: str
# file: app/modules/users/router.py
from fastapi import FastAPI

from app.modules.users.schemas import UserCreate, UserRead

app = FastAPI()


@app.post("/users")
def create_user(user: UserCreate) -> UserRead: ...
