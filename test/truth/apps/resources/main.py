"""Resource classes: methods named after HTTP methods, added by a helper; Starlette's HTTPEndpoint; a router in each class."""

from fastapi import APIRouter, FastAPI
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.requests import Request
from starlette.responses import PlainTextResponse

app = FastAPI()


class Resource:
    path = "/"

    def __init__(self) -> None:
        self.router = APIRouter(prefix=self.path)
        self.register()

    def register(self) -> None:
        raise NotImplementedError


class Users(Resource):
    path = "/users"

    def register(self) -> None:
        self.router.add_api_route("/", self.list, methods=["GET"], tags=["users"])
        self.router.post("/", status_code=201)(self.create)
        self.router.add_api_route("/{user_id}", endpoint=self.read)

    def list(self) -> list[str]:
        return []

    async def create(self) -> str:
        return ""

    def read(self, user_id: int) -> str:
        return ""


class Things:
    def get(self, thing_id: int) -> str:
        return ""

    def delete(self, thing_id: int) -> None:
        return None


def add_resource(target: FastAPI, resource: object, path: str) -> None:
    for method in ("get", "post", "delete"):
        handler = getattr(resource, method, None)
        if handler is not None:
            target.add_api_route(path, handler, methods=[method.upper()])


class Star(HTTPEndpoint):
    async def get(self, request: Request) -> PlainTextResponse:
        return PlainTextResponse("")

    async def post(self, request: Request) -> PlainTextResponse:
        return PlainTextResponse("")


class Socket(WebSocketEndpoint):
    encoding = "text"


app.include_router(Users().router)
add_resource(app, Things(), "/things/{thing_id}")
app.add_route("/star", Star)
app.router.add_websocket_route("/socket", Socket)
