"""Prefixes from variables, f-strings, concatenation, format, join, constants of other modules, classes and enumerations."""

from enum import Enum, StrEnum

from fastapi import APIRouter, FastAPI

import constants
from constants import API, Paths

VERSION = 2
PREFIX = f"/v{VERSION}"
NESTED = PREFIX + "/deep"
PARTS = ["a", "b"]


class Area(StrEnum):
    ADMIN = "/admin"
    USER = "/user"


class Plain(str, Enum):
    SHOP = "/shop"


one = APIRouter(prefix=PREFIX)
two = APIRouter(prefix=NESTED)
three = APIRouter(prefix="/{}/{}".format("x", "y"))
four = APIRouter(prefix="/" + "/".join(PARTS))
five = APIRouter(prefix=Paths.ORDERS)
six = APIRouter(prefix=f"{constants.API}/six")
seven = APIRouter(prefix=Area.ADMIN)
eight = APIRouter(prefix=Plain.SHOP.value)
nine = APIRouter(prefix="/%s/%d" % ("fmt", 9))
ten = APIRouter(prefix="/TEN/".lower().rstrip("/"))
ITEM = "/{item_id}"


@one.get("/")
def get_one() -> str:
    return ""


@two.get(ITEM)
def get_two(item_id: int) -> str:
    return ""


@three.get(f"{ITEM}/sub")
def get_three(item_id: int) -> str:
    return ""


@four.get("/x")
def get_four() -> str:
    return ""


@five.get(Paths.LATEST)
def get_five() -> str:
    return ""


@six.get("/x" "/y")
def get_six() -> str:
    return ""


@seven.get(constants.ROUTES["list"])
def get_seven() -> str:
    return ""


@eight.get("/x")
def get_eight() -> str:
    return ""


@nine.get("/x")
def get_nine() -> str:
    return ""


@ten.get("/x")
def get_ten() -> str:
    return ""


app = FastAPI()
app.include_router(one)
app.include_router(two, prefix=API)
app.include_router(three, prefix=f"{API}{Area.USER.value}")
app.include_router(four)
app.include_router(five)
app.include_router(six)
app.include_router(seven)
app.include_router(eight)
app.include_router(nine)
app.include_router(ten)
