# file: app/main.py
import functools

from dependency_injector.wiring import Provide, inject
from fastapi import Depends, FastAPI, Query

app = FastAPI()


def get_db():
    return object()


@inject
async def load(name: str, db=Depends(Provide["db"])):
    return await db.find(name)


def with_db(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        kwargs.setdefault("db", get_db())
        return func(*args, **kwargs)

    return wrapper


@with_db
def find(name: str, db=Depends(get_db)):
    return db.find(name)


def search(text: str, limit: int = Query(20)):
    return text[:limit]


@app.get("/")
async def read():
    return await load("a"), find("b"), search("c")
