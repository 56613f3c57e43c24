"""Routers made by functions with arguments, closures as handlers, several calls of one factory, default arguments."""

from fastapi import APIRouter, FastAPI
from pydantic import BaseModel


class Cat(BaseModel):
    name: str


class Dog(BaseModel):
    name: str


def make_router(name: str, model: type[BaseModel], *, writable: bool = False, version: int = 1) -> APIRouter:
    router = APIRouter(prefix=f"/v{version}/{name}", tags=[name])

    @router.get("", response_model=list[model])
    def list_all():
        return []

    if writable:

        @router.post("", status_code=201)
        def create(body: dict[str, str]) -> dict[str, str]:
            return body

    return router


def make_pair():
    public, private = APIRouter(prefix="/public"), APIRouter(prefix="/private")

    @public.get("/x")
    def public_x() -> str:
        return ""

    @private.get("/x")
    def private_x() -> str:
        return ""

    return public, private


class Builder:
    def __init__(self, prefix: str) -> None:
        self.router = APIRouter(prefix=prefix)

    def build(self) -> APIRouter:
        self.router.add_api_route("/built", self.handle, methods=["GET"])
        return self.router

    def handle(self) -> str:
        return ""


app = FastAPI()
app.include_router(make_router("cats", Cat))
app.include_router(make_router("dogs", Dog, writable=True))
app.include_router(make_router(name="birds", model=Cat, version=2))
public_router, private_router = make_pair()
app.include_router(public_router)
app.include_router(private_router, prefix="/internal")
app.include_router(Builder("/b").build())
for species in ("fish", "bees"):
    app.include_router(make_router(species, Dog, version=3))
