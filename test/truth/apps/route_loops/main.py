"""Routes made in loops and by functions: closures as handlers, paths from literals, one decorator for many."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter(prefix="/loop")

for kind in ("cat", "dog"):

    @router.get(f"/{kind}s", tags=[kind])
    def listed() -> str:
        return ""


def add(path: str, *, method: str = "GET", target: APIRouter = router) -> None:
    @target.api_route(path, methods=[method])
    def added() -> str:
        return ""


add("/added")
add("/posted", method="POST")


def endpoint(path: str, **options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A decorator of the project's own around the router's."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        return router.post(f"/rpc{path}", status_code=202, **options)(function)

    return decorate


rpc = endpoint


@endpoint("/start", tags=["rpc"])
def start() -> str:
    return ""


@rpc("/stop")
async def stop() -> str:
    return ""


ROUTES = [("/table/a", start, ["GET"]), ("/table/b", stop, ["PUT", "PATCH"])]
for path, handler, methods in ROUTES:
    router.add_api_route(path, handler, methods=methods)
app.include_router(router)
