"""add_api_route, add_api_websocket_route, app.router, method calls of decorators, partials, lambdas, callables, bound methods."""

from functools import partial

from fastapi import APIRouter, FastAPI, Response, WebSocket
from fastapi.routing import APIRoute

import handlers
from handlers import Service, fetch

app = FastAPI()
router = APIRouter(prefix="/p")
service = Service("x")

router.add_api_route("/plain", fetch)
router.add_api_route("/methods", fetch, methods=["POST", "PUT"], status_code=201, tags=["m"])
router.add_api_route(path="/module", endpoint=handlers.store, methods={"DELETE"})
router.add_api_route("/bound", service.get, methods=["GET"])
router.add_api_route("/static", Service.fixed, methods=["GET"])
router.add_api_route("/partial", partial(fetch, limit=3), methods=["GET"])
router.add_api_route("/lambda", lambda: "x", methods=["GET"])
router.add_api_route("/callable", service, methods=["GET"])
router.get("/called")(fetch)
router.post("/called-bound", status_code=202)(service.get)
alias = router.put("/assigned")(handlers.store)


async def socket(websocket: WebSocket) -> None:
    await websocket.accept()


app.add_api_websocket_route("/socket", socket)
app.router.add_api_route("/through-router", fetch)


@app.router.get("/decorated-through-router")
def through() -> str:
    return ""


def bind(path: str, name: str) -> None:
    router.add_api_route(path, getattr(handlers, name))


for path, handler in {"/loop-fetch": fetch, "/loop-store": handlers.store}.items():
    router.add_api_route(path, handler, methods=["GET"])

get = router.get


@get("/aliased-decorator")
def aliased() -> Response:
    return Response()


app.router.routes.append(APIRoute("/appended", fetch, methods=["GET"]))
app.include_router(router)
app.include_router(APIRouter(routes=[APIRoute("/in-constructor", handlers.store)]), prefix="/given")
