# file: app/items.py
from fastapi import APIRouter

router = APIRouter(prefix="/items")
rules = APIRouter(prefix="/items/rules")


@router.get("/{item_id}")
def read_item(item_id: str) -> str:
    return item_id


@router.post("/search")
def search_items() -> list[str]:
    return []


@rules.get("/")
def list_rules() -> list[str]:
    return []


@rules.get("")
def list_all_rules() -> list[str]:
    return []
# file: app/main.py
from fastapi import FastAPI
from starlette.routing import Mount, Route

from app import items

app = FastAPI()
# Before the router with /items/{item_id}.
app.include_router(items.rules)
app.include_router(items.router)
# The same handlers again, under two names.
app.include_router(items.router, prefix="/v1")
app.include_router(items.router)

admin = FastAPI()


@admin.get("/items/rules")
def admin_rules() -> list[str]:
    return []


@app.get("/alive")
@app.get("/healthy")
def health() -> str:
    return "ok"


app.mount("/admin", admin)
app.mount("/", admin)
