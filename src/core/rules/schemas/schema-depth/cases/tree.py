from __future__ import annotations

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Comment(BaseModel):
    text: str
    replies: list[Comment]


class Thread(BaseModel):
    first: Comment


@app.get("/threads/{thread_id}")
def read_thread(thread_id: int) -> Thread: ...
