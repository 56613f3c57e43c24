"""The factory, in a namespace package."""

from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter, FastAPI

DEFAULTS: dict[str, Any] = {"title": "options"}


@dataclass
class Options:
    docs: bool = False
    admin: bool = False
    names: list[str] = field(default_factory=lambda: ["a", "b"])


def build(options: Options, *, prefix: str = "", extra: APIRouter | None = None, **rest: Any) -> FastAPI:
    app = FastAPI(**DEFAULTS)
    router = _router(prefix=prefix, **rest)
    if extra is not None:
        app.include_router(extra)
    if options.docs:
        router.add_api_route("/docs-page", docs_page)
    if options.admin:
        router.add_api_route("/admin-page", admin_page)
    for name in options.names:
        _include(router, name)
    _maybe(app, enabled=False)
    app.include_router(router)
    return app


def _router(prefix: str, version: int = 1) -> APIRouter:
    return APIRouter(prefix=f"{prefix}/v{version}")


def _include(router: APIRouter, name: str) -> None:
    inner = APIRouter()

    @inner.get("/inner")
    def inner_route() -> str:
        return name

    router.include_router(inner, prefix="/" + name)


def _maybe(app: FastAPI, enabled: bool) -> None:
    if not enabled:
        return
    app.add_api_route("/never", docs_page)


def docs_page() -> str:
    return ""


def admin_page() -> str:
    return ""
