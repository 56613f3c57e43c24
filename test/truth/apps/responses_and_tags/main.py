"""Response models, status codes and tags in every spelling, and how those of routers and includes add up."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import Annotated, Any, Generic, List, Optional, TypeVar, Union

from fastapi import APIRouter, Depends, FastAPI, Response
from fastapi.responses import HTMLResponse, StreamingResponse
from pydantic import BaseModel
from starlette import status as codes

T = TypeVar("T")


class Tags(str, Enum):
    ONE = "one"
    TWO = "two"


class User(BaseModel):
    name: str


class Page(BaseModel, Generic[T]):
    rows: list[T]


@dataclass
class Plain:
    x: int


Users = list[User]
router = APIRouter(prefix="/r", tags=[Tags.ONE], dependencies=[Depends(lambda: None)])
DONE = HTTPStatus.NO_CONTENT


@router.get("/a", response_model=List[User])
def a():
    return []


@router.get("/b", response_model=Optional[User], tags=[Tags.TWO, "three"])
def b():
    return None


@router.get("/c", response_model=Union[User, Plain])
def c():
    return None


@router.get("/d")
def d() -> Page[User]:
    return Page(rows=[])


@router.get("/e")
async def e() -> Plain:
    return Plain(1)


@router.post("/f", status_code=HTTPStatus.CREATED)
def f() -> dict[str, list[User]]:
    return {}


@router.delete("/g", status_code=DONE, response_class=Response, response_model=None)
def g() -> None: ...


@router.put("/h", status_code=codes.HTTP_202_ACCEPTED, response_model=User)
def h() -> dict[str, str]:
    return {}


@router.get("/i", response_model=None)
def i() -> Union[User, Response]:
    return Response()


@router.get("/j")
def j() -> HTMLResponse:
    return HTMLResponse("")


@router.get("/k")
def k() -> StreamingResponse:
    return StreamingResponse(iter(()))


@router.get("/l", response_model=Users)
def alias():
    return []


@router.get("/m")
def m() -> Annotated[User, "note"]:
    return User(name="")


@router.get("/n")
def n() -> Any:
    return None


@router.get("/o")
def o() -> Sequence[User]:
    return []


@router.get("/p", response_class=HTMLResponse)
def p() -> str:
    return ""


app = FastAPI(dependencies=[Depends(lambda: None)])
app.include_router(router, tags=["included"], prefix="/v1", deprecated=True)
assert AsyncIterator
