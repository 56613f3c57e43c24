# file: app/security.py
from fastapi import Depends, Header
from fastapi.security import OAuth2PasswordBearer as Bearer

scheme = Bearer(tokenUrl="token")


def who(value: str = Depends(scheme)) -> str:
    return value


def level(name: str = Depends(who)) -> int:
    return len(name)


def machine(authorization: str = Header()) -> str:
    return authorization
# file: app/shelves.py
from typing import Annotated

from fastapi import APIRouter, Depends

from app.security import level, machine, who

router = APIRouter(prefix="/shelves")
Level = Annotated[int, Depends(level)]


def get_db(request=None) -> object:
    return object()


@router.get("")
def list_shelves(level: Level) -> list[str]:
    return []


@router.get("/{name}", dependencies=[Depends(who)])
def read_shelf(name: str) -> str:
    return name


@router.post("")
def add_shelf(name: str, sender=Depends(machine)) -> None: ...


@router.patch("/{name}")  # the others of this router ask
async def move_shelf(name: str, db=Depends(get_db)) -> None: ...  # expect: unauthenticated-sibling
# file: app/main.py
from fastapi import FastAPI

from app import shelves

app = FastAPI()
app.include_router(shelves.router, prefix="/api")
