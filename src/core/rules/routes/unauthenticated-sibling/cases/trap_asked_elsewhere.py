# file: app/guards.py
from fastapi import Depends, Request
from fastapi.security import APIKeyHeader

key = APIKeyHeader(name="x-key")


def by_key(value: str = Depends(key)) -> str:
    return value


def owner(value: str = Depends(by_key)) -> str:
    return value
# file: app/books.py
from fastapi import APIRouter, Depends, Request

from app.guards import by_key, owner
from app.library import requires, tenant_of

router = APIRouter()
guarded = APIRouter(dependencies=[Depends(by_key)])


@guarded.get("/a")
def read_a() -> None: ...


@guarded.put("/a")
def write_a() -> None: ...


@router.get("/b")
def read_b(value=Depends(by_key)) -> None: ...


@router.put("/b")
def write_b(value=Depends(owner)) -> None: ...


@router.post("/b")
@requires("editor")
def add_b() -> None: ...


@router.delete("/b")
def delete_b(request: Request) -> None:
    if request.headers.get("x-key") is None:
        raise ValueError


@router.patch("/b")
def change_b(request: Request) -> None:
    tenant_of(request)
# file: app/main.py
from fastapi import FastAPI

from app import books

app = FastAPI()
app.include_router(books.guarded)
app.include_router(books.router)
