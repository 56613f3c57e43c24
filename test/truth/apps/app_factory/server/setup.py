"""What the factory calls, with the application as an argument."""

from fastapi import APIRouter, FastAPI

from .views import items, users

PING = "/ping"


def register_routes(app: FastAPI, prefix: str) -> None:
    from .views.late import router as late_router

    api = APIRouter(prefix=prefix)
    api.include_router(users.router)
    api.include_router(items.router, prefix="/items")
    api.include_router(late_router)
    app.include_router(api)


def register_health(app: FastAPI) -> None:
    @app.get(PING, include_in_schema=False)
    async def ping() -> str:
        return "pong"


def register_admin(app: FastAPI) -> None:
    admin = FastAPI()
    admin.include_router(users.router)
    app.mount("/admin", admin)
