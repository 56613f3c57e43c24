"""A class that holds routers, and a registry."""

from collections.abc import Callable

from fastapi import APIRouter

REGISTRY: dict[str, APIRouter] = {}


class Routers:
    public = APIRouter()
    private: APIRouter = APIRouter(include_in_schema=False)


def registered(prefix: str) -> Callable[[Callable[[APIRouter], None]], Callable[[APIRouter], None]]:
    def decorate(function: Callable[[APIRouter], None]) -> Callable[[APIRouter], None]:
        router = APIRouter(prefix=prefix)
        function(router)
        REGISTRY[prefix] = router
        return function

    return decorate
