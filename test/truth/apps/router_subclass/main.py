"""APIRouter subclasses: own __init__, default prefix, overridden add_api_route, methods that return decorators."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute


class PrefixedRouter(APIRouter):
    def __init__(self, prefix: str = "/default", tags: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(prefix=f"/api{prefix}", tags=tags or ["sub"], **kwargs)


class TrimmedRouter(APIRouter):
    """A route without its trailing slash is served too."""

    def add_api_route(self, path: str, endpoint: Callable[..., Any], **kwargs: Any) -> None:
        if path.endswith("/"):
            path = path[:-1]
        super().add_api_route(path, endpoint, **kwargs)
        super().add_api_route(path + "/", endpoint, **{**kwargs, "include_in_schema": False})


class ActionRouter(PrefixedRouter):
    def action(self, name: str, **kwargs: Any):
        return self.post(f"/actions/{name}", status_code=202, **kwargs)

    def query(self, path: str):
        def decorator(function: Callable[..., Any]) -> Callable[..., Any]:
            self.add_api_route(path, function, methods=["GET"], tags=["query"])
            return function

        return decorator


class LoudRoute(APIRoute):
    pass


class PlainRouter(APIRouter):
    prefix_default = "/plain"

    def __init__(self) -> None:
        APIRouter.__init__(self, prefix=self.prefix_default, route_class=LoudRoute)

    def get(self, path: str, **kwargs: Any):
        return super().get("/got" + path, **kwargs)


default = PrefixedRouter()
named = PrefixedRouter("/named", ["named"])
trimmed = TrimmedRouter(prefix="/trimmed")
actions = ActionRouter(prefix="/jobs")
plain = PlainRouter()


@default.get("/x")
def default_x() -> str:
    return ""


@named.get("/x")
def named_x() -> str:
    return ""


@trimmed.get("/x/")
def trimmed_x() -> str:
    return ""


@actions.action("start", tags=["go"])
def start() -> str:
    return ""


@actions.query("/status")
def job_status() -> str:
    return ""


@plain.get("/x")
def plain_x() -> str:
    return ""


@plain.post("/x")
def plain_post() -> str:
    return ""


app = FastAPI()
for r in (default, named, trimmed, actions, plain):
    app.include_router(r)
