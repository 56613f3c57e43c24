"""What is no endpoint: routers never included, modules never imported, webhooks, callbacks, other objects with get and post."""

from fastapi import APIRouter, FastAPI
from pydantic import BaseModel

from client import client

app = FastAPI()
router = APIRouter(prefix="/served")
forgotten = APIRouter(prefix="/forgotten")
callbacks = APIRouter()


class Body(BaseModel):
    url: str


@callbacks.post("{$request.body.url}")
def called_back(body: Body) -> None: ...


@app.webhooks.post("new-thing")
def new_thing(body: Body) -> None: ...


@forgotten.get("/x")
def forgotten_x() -> str:
    return ""


@client.get("/not-a-route")
def not_a_route() -> str:
    return ""


@router.post("/x", callbacks=callbacks.routes)
def served() -> str:
    return client.get("/x") and ""


@app.middleware("http")
async def middleware(request, call_next):
    return await call_next(request)


@app.exception_handler(ValueError)
async def on_error(request, error):
    raise error


def never_called() -> None:
    app.include_router(forgotten)


app.include_router(router)
