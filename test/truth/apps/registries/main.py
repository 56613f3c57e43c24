"""Routers held in dictionaries, attributes, records, registries filled by decorators, and modules' attributes."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import NamedTuple

from fastapi import APIRouter, FastAPI

from registry import REGISTRY, Routers, registered

routers = {"a": APIRouter(prefix="/a"), "b": APIRouter(prefix="/b")}
routers["c"] = APIRouter(prefix="/c")
space = SimpleNamespace(inner=APIRouter(prefix="/space"))


class Entry(NamedTuple):
    router: APIRouter
    prefix: str
    tags: list[str] = []


@dataclass(frozen=True)
class Spec:
    prefix: str
    router: APIRouter


@routers["a"].get("/x")
def a() -> str:
    return ""


@routers["b"].get("/x")
@routers["c"].get("/x")
def b() -> str:
    return ""


@space.inner.get("/x")
def inner() -> str:
    return ""


@Routers.public.get("/x")
def public() -> str:
    return ""


@Routers.private.get("/x")
def private() -> str:
    return ""


@registered("/dec")
def fill(router: APIRouter) -> None:
    @router.get("/filled")
    def filled() -> str:
        return ""


app = FastAPI()
for one in routers.values():
    app.include_router(one)
app.include_router(space.inner)
ENTRIES = [Entry(Routers.public, "/public"), Entry(Routers.private, prefix="/private", tags=["p"])]
for entry in ENTRIES:
    app.include_router(entry.router, prefix=entry.prefix, tags=entry.tags)
for spec in (Spec("/spec1", Routers.public), Spec(prefix="/spec2", router=routers["a"])):
    app.include_router(spec.router, prefix=spec.prefix)
for _, made in sorted(REGISTRY.items()):
    app.include_router(made)
