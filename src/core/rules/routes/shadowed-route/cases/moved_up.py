# file: app/main.py
from fastapi import APIRouter, FastAPI
from pydantic import BaseModel

app = FastAPI()
router = APIRouter(prefix="/shelves")


# One shelf.
@router.get("/{name}")
async def read_shelf(name: str) -> str:
    return name


class Shelf(BaseModel):
    name: str


# All of them,
# with their books.
@router.get(  # expect: shadowed-route
    "/all",
)
async def read_shelves() -> list[str]:
    return ["""a
b"""]


@router.get("/first", response_model=Shelf)  # expect: shadowed-route
async def read_first_shelf():
    return Shelf(name="first")


@router.get("/last")  # expect: shadowed-route
async def read_last_shelf() -> str:
    return "last"


class Rooms:
    @router.get("/rooms/{room}")
    def read(self, room: str) -> str:
        return room

    @router.get("/rooms/empty")  # expect: shadowed-route
    def read_empty(self) -> str:
        return ""


app.include_router(router)
