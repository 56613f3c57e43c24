"""The decorator `controller`, the markers `get` and `post`, and a base class that does the same in __init__."""

import inspect
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter

_made: list[APIRouter] = []


def _mark(method: str) -> Callable[..., Any]:
    def marker(path: str, **options: Any) -> Callable[[Any], Any]:
        def decorate(function: Any) -> Any:
            function.__route__ = (method, path, options)
            return function

        return decorate

    return marker


get = _mark("GET")
post = _mark("POST")


def add_marked(router: APIRouter, instance: object) -> None:
    for _, member in inspect.getmembers(instance, inspect.ismethod):
        if hasattr(member, "__route__"):
            method, path, options = member.__route__
            router.add_api_route(path, member, methods=[method], **options)


def controller(prefix: str = "", tags: list[str] | None = None) -> Callable[[type[Any]], type[Any]]:
    def decorate(cls: type[Any]) -> type[Any]:
        router = APIRouter(prefix=prefix, tags=tags)
        add_marked(router, cls())
        cls.router = router
        _made.append(router)
        return cls

    return decorate


def all_controllers() -> list[APIRouter]:
    return _made


class Controller:
    def __init__(self, prefix: str) -> None:
        self.router = APIRouter(prefix=prefix)
        add_marked(self.router, self)
