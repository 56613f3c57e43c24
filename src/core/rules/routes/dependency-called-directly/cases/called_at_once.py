# file: app/main.py
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI

app = FastAPI()


async def get_user(name: str = "me") -> str:
    return name


def get_db():
    yield object()


def get_limit() -> int:
    return 20


@app.get("/a")
def read_a(user=Depends(get_user())):  # expect: dependency-called-directly
    return user


@app.get("/b", dependencies=[Depends(get_db())])  # expect: dependency-called-directly
def read_b(limit: Annotated[int, Depends(dependency=get_limit())]):  # expect: dependency-called-directly
    return limit
