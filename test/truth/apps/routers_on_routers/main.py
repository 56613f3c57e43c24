"""Starlette's parts among FastAPI's: routes on an APIRouter by add_route, mounts on it, Host, plain Router, sub-app factories."""

from fastapi import APIRouter, FastAPI
from starlette.responses import PlainTextResponse
from starlette.routing import Host, Mount, Route, Router, WebSocketRoute

app = FastAPI()
router = APIRouter(prefix="/r")


async def page(request):
    return PlainTextResponse("")


async def form(request):
    return PlainTextResponse("")


async def socket(websocket):
    await websocket.accept()


async def raw(scope, receive, send): ...


def make_sub(name: str) -> FastAPI:
    sub = FastAPI(title=name)

    @sub.get(f"/{name}")
    def named() -> str:
        return name

    return sub


router.add_route("/page", page, methods=["GET"])
router.add_route("/form", form, methods=["POST", "DELETE"])
app.include_router(router)
app.routes.append(Route("/pushed", page))
app.router.routes.extend([Route("/e1", page, methods=["PUT"]), WebSocketRoute("/e2", socket)])
app.mount("/one", make_sub("one"))
app.mount("/two", app=make_sub(name="two"))
app.host("api.example.org", Router([Route("/hosted", page)]))
app.router.mount("/through", Router([Mount("/m", routes=[Route("/leaf", page)])]))
routes = [Mount("/x", routes=[Route("/1", page), Route("/2", form, methods=["POST"])]), Host("h", Router())]
app.mount("/list", Router(routes))
