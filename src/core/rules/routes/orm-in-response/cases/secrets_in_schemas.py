# file: app/schemas.py
from pydantic import BaseModel as Schema


class Credentials(Schema):
    name: str
    password_hash: str | None = None  # expect: orm-in-response


class Account(Credentials):  # expect: orm-in-response
    id: int


class Team(Schema):
    owner: Credentials
    pin: str  # expect: orm-in-response


class Owner(Schema):
    credentials: "Stored"


class Stored(Schema):
    user_hashed_password: str  # expect: orm-in-response
# file: app/main.py
from fastapi import FastAPI

from app.schemas import Account, Owner, Team

app = FastAPI()


@app.get("/accounts")
def list_accounts() -> list[Account]:
    return []


@app.get("/teams", response_model=Team)
def read_team(): ...


@app.get("/owners")
def read_owner() -> Owner | None: ...
# file: .backend-spec.yaml
sensitive: [pin]
