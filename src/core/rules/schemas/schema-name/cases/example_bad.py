# file: .backend-spec.yaml
profile: modular
# file: app/modules/users/schemas.py
from pydantic import BaseModel


class NewUser(BaseModel):  # expect: schema-name
    name: str


class UserRead(BaseModel):
    id: int
    name: str
# file: app/modules/users/router.py
from fastapi import FastAPI

from app.modules.users.schemas import NewUser, UserRead

app = FastAPI()


@app.post("/users")
def create_user(user: NewUser) -> UserRead: ...
