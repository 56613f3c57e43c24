"""A server that holds an application, and an application class of its own."""

from typing import Any

from fastapi import APIRouter, FastAPI


class Server:
    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.app = FastAPI()
        self._router = APIRouter(prefix=prefix)
        self._add_routes()
        self.app.include_router(self._router)

    def _add_routes(self) -> None:
        self._router.add_api_route("/status", self.status)
        self.app.get("/health")(self.health)

        @self._router.get("/inner")
        def inner() -> str:
            return self.prefix

    def status(self) -> str:
        return self.prefix

    async def health(self) -> str:
        return "ok"


class Api(FastAPI):
    def __init__(self, *args: Any, prefix: str = "/default", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        router = APIRouter(prefix=prefix)
        router.add_api_route("/home", home)
        self.include_router(router)
        self.setup()

    def setup(self) -> None:
        @self.get("/set-up")
        def set_up() -> str:
            return ""

    @classmethod
    def with_prefix(cls, prefix: str) -> "Api":
        return cls(prefix=prefix)


def home() -> str:
    return ""
