# file: app/views.py
from fastapi import APIRouter


def view(router: APIRouter):
    def decorate(cls: type) -> type:
        methods = APIRouter()
        kept = list(router.routes)
        for route in kept:
            router.routes.remove(route)
        methods.routes = kept
        router.include_router(methods)
        return cls

    return decorate
# file: app/main.py
from fastapi import FastAPI

app = FastAPI()


@app.get("/items/{item_id}")
def read_item(item_id: str):
    return item_id


@app.get("/items/newest")  # expect: shadowed-route
def read_newest():
    return "newest"
