# file: requirements.txt
fastapi==0.123.0
# file: app/context.py
from fastapi import Request  # expect: missing-future-annotations


class Context:
    def __init__(self, request: Request) -> None:
        self.path = request.url.path
# file: app/guards.py
from fastapi import Request  # expect: missing-future-annotations


class Guard:
    def __call__(self, request: Request) -> str:
        return request.url.path
# file: app/routes.py
from typing import Annotated  # expect: missing-future-annotations

from fastapi import Depends, FastAPI

from app.context import Context
from app.guards import Guard

app = FastAPI()


@app.get("/users", dependencies=[Depends(Guard())])
def users(context: Annotated[Context, Depends()]) -> list[str]: ...
