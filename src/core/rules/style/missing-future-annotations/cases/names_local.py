# file: a.py
from fastapi import FastAPI  # expect: missing-future-annotations
from pydantic import BaseModel


def make_app() -> FastAPI:
    class Body(BaseModel):
        name: str

    app = FastAPI()

    @app.post("/")
    def post(body: Body) -> None:
        print(body)

    return app
# file: b.py
from datetime import date  # expect: missing-future-annotations
from pydantic import BaseModel


class Event(BaseModel):
    date: date | None = None
# file: c.py
from sqlmodel import Relationship, SQLModel  # expect: missing-future-annotations


class Team(SQLModel, table=True):
    heroes: list["Hero"] = Relationship()
# file: d.py
from app.limits import limited  # expect: missing-future-annotations


@limited("5/minute")
def get(key: str) -> str:
    return key
