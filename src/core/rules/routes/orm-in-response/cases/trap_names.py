# file: app/main.py
from fastapi import FastAPI
from pydantic import BaseModel

from app.store import find

app = FastAPI()


class DbBook(BaseModel):
    id: int


class BookModel:
    def __init__(self, key: int) -> None:
        self.id = key


def load(key: int) -> DbBook:
    return DbBook(id=key)


@app.get("/a")
def read_a():
    return load(1)


@app.get("/b")
def read_b():
    return BookModel(1)


@app.get("/c")
def read_c():
    return find(1)
