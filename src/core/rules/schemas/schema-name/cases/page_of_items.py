# file: .backend-spec.yaml
profile: modular
# file: app/schemas.py
from typing import Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    items: list[T]


class Task(BaseModel):  # expect: schema-name
    id: int


class TaskReadWithOwner(BaseModel):
    id: int
    owner: str
# file: app/main.py
from fastapi import FastAPI

from app.schemas import Page, Task, TaskReadWithOwner

app = FastAPI()


@app.get("/tasks")
def list_tasks() -> Page[Task]: ...


@app.get("/tasks/{task_id}")
def get_task(task_id: int) -> TaskReadWithOwner: ...
