"""The decorator: the signature of each routed method gets `self = Depends(cls)`, and the route stays in its router."""

import inspect
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Depends
from fastapi.routing import APIRoute


def cbv(router: APIRouter) -> Callable[[type[Any]], type[Any]]:
    def decorator(cls: type[Any]) -> type[Any]:
        methods = {f for _, f in inspect.getmembers(cls, inspect.isfunction)}
        routes = [r for r in router.routes if isinstance(r, APIRoute) and r.endpoint in methods]
        for route in routes:
            router.routes.remove(route)
            signature = inspect.signature(route.endpoint)
            first, *others = signature.parameters.values()
            changed = [first.replace(default=Depends(cls)), *(p.replace(kind=p.KEYWORD_ONLY) for p in others)]
            route.endpoint.__signature__ = signature.replace(parameters=changed)
        fresh = APIRouter(routes=routes)
        router.include_router(fresh, prefix="") if not router.prefix else router.routes.extend(fresh.routes)
        return cls

    return decorator
