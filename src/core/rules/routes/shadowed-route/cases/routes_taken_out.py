# file: app/main.py
from fastapi import FastAPI

from app.items import own, router

app = FastAPI()
app.include_router(router)

for index, route in reversed(list(enumerate(app.routes))):
    if any(other.path == route.path for other in own.routes):
        del app.routes[index]

app.include_router(own)
# file: app/items.py
from fastapi import APIRouter

router = APIRouter()
own = APIRouter()


@router.get("/items/{item_id}")
def read_item(item_id: str):
    return item_id


@own.get("/items/{item_id}")
def read_own_item(item_id: str):
    return item_id
