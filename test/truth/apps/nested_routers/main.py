"""Routers in routers five deep, parameters in prefixes, one router twice, empty prefixes and paths, tags that add up."""

from fastapi import APIRouter, FastAPI

from levels import top

app = FastAPI()
app.include_router(top.router)
app.include_router(top.router, prefix="/again", tags=["again"])
shared = APIRouter()


@shared.get("/shared")
def get_shared() -> str:
    return ""


app.include_router(shared)
app.include_router(shared, prefix="")
app.include_router(shared, prefix="/{tenant}")
