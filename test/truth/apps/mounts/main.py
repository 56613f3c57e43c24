"""Applications mounted at several levels, one at "/", static files, Starlette routes and routers, shared sub-applications."""

from fastapi import APIRouter, FastAPI
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route, Router, WebSocketRoute
from starlette.staticfiles import StaticFiles


async def star_home(request):
    return PlainTextResponse("")


async def star_post(request):
    return PlainTextResponse("")


async def star_socket(socket):
    await socket.accept()


star = Starlette(
    routes=[
        Route("/home", star_home),
        Route("/form", star_post, methods=["POST", "PUT"]),
        WebSocketRoute("/socket", star_socket),
        Mount("/inner", routes=[Route("/{name:str}", star_home, name="inner")]),
        Mount("/static", app=StaticFiles(directory=".", check_dir=False), name="static"),
    ]
)

admin = FastAPI()
deep = FastAPI()
rest = FastAPI()


@deep.get("/leaf")
def leaf() -> str:
    return ""


@admin.get("/users")
def admin_users() -> str:
    return ""


@rest.get("/rest")
def rest_home() -> str:
    return ""


admin.mount("/deep", deep)
app = FastAPI(routes=[Route("/given", star_home)])


@app.get("/own")
def own() -> str:
    return ""


router = APIRouter(prefix="/r")


@router.get("/own")
def router_own() -> str:
    return ""


app.include_router(router)
app.mount("/admin", admin)
app.mount("/admin/{tenant}", admin)
app.mount("/star", star)
app.mount(path="/assets", app=StaticFiles(directory=".", check_dir=False), name="assets")
app.mount("/raw", Router(routes=[Route("/x", star_home)]))
app.add_route("/added", star_post, methods=["POST"])
app.router.add_websocket_route("/added-socket", star_socket)
app.mount("/", rest)
