"""Every method decorator, status codes, response models, tags, deprecation and hidden routes on the application itself."""

from typing import Any

from fastapi import FastAPI, Response, WebSocket, status
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse
from pydantic import BaseModel

app = FastAPI(title="plain", root_path="/behind")

CREATED = 201
SHARED: dict[int | str, dict[str, Any]] = {404: {"description": "no such item"}}


class Item(BaseModel):
    name: str


class Page[T](BaseModel):
    rows: list[T]


@app.get("/items", response_model=list[Item], tags=["items"])
def list_items():
    return []


@app.get("/items/page", tags=["items", "paged"])
def page_items() -> Page[Item]:
    return Page(rows=[])


@app.post("/items", status_code=status.HTTP_201_CREATED, responses=SHARED)
async def create_item(item: Item) -> Item:
    return item


@app.put("/items/{name}", status_code=CREATED)
async def replace_item(name: str, item: Item) -> Item | None:
    return item


@app.patch(path="/items/{name}", response_model=None)
async def change_item(name: str) -> Item:
    return Item(name=name)


@app.delete("/items/{name}", status_code=204, deprecated=True)
def delete_item(name: str) -> None:
    return None


@app.options("/items")
def item_options() -> Response:
    return Response()


@app.head("/items")
def item_head() -> Response:
    return Response()


@app.trace("/items")
def item_trace() -> Response:
    return Response()


@app.api_route("/both", methods=["GET", "POST"])
def both() -> dict[str, int]:
    return {}


@app.api_route("/default-method")
def default_method() -> str:
    return ""


@app.get("/hidden", include_in_schema=False)
def hidden() -> PlainTextResponse:
    return PlainTextResponse("")


@app.get("/moved", response_class=RedirectResponse, status_code=302)
def moved() -> str:
    return "/items"


@app.get("/json", response_class=JSONResponse)
def as_json():
    return {}


@app.websocket("/ws/{room}")
async def room(socket: WebSocket, room: str) -> None:
    await socket.accept()


@app.get("/files/{file_path:path}")
def file(file_path: str) -> str:
    return file_path


@app.get("/trailing/")
def trailing() -> str:
    return ""


@app.get("/")
def root() -> str:
    return ""
