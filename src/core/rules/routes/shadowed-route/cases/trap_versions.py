# file: app/main.py
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from fastapi_versioning import VersionedFastAPI, version


class Timed(APIRoute):
    def matches(self, scope):
        return super().matches(scope)


app = FastAPI()
router = APIRouter(route_class=Timed)


@app.get("/books")
@version(1)
def list_books() -> list[str]:
    return []


@app.get("/books")
@version(2)
def list_more_books() -> list[str]:
    return []


@router.get("/shelves/{name}")
def read_shelf(name: str) -> str:
    return name


app.include_router(router)


@app.get("/shelves/all")
def read_shelves() -> str:
    return "all"


app = VersionedFastAPI(app)
