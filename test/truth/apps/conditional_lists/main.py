"""Lists of routers that hang on a condition: added to, spread out, put together, looped over."""

from fastapi import APIRouter, FastAPI
from pydantic_settings import BaseSettings

app = FastAPI()


class Settings(BaseSettings):
    debug: bool = False
    admin: bool = True


settings = Settings()


def made(name: str) -> APIRouter:
    router = APIRouter(prefix=f"/{name}")

    @router.get("/info")
    def info() -> str:
        return name

    return router


ROUTERS = [made("first")]
second, third, empty = made("second"), made("third"), APIRouter(prefix="/empty")
ROUTERS += [second] if second.routes else []
ROUTERS += [empty] if empty.routes else []
ROUTERS.extend([third] if settings.debug else ())
for router in ROUTERS:
    app.include_router(router, prefix="/list")

debug, admin = made("debug"), made("admin")
spread = [made("always"), *([debug] if settings.debug else []), *([admin] if settings.admin else [])]
for router in spread:
    app.include_router(router, prefix="/spread")

sums = [made("s0")] + ([made("s1")] if settings.debug else []) + ([made("s2")] if settings.admin else [])
sums = sums + ([made("s3")] if settings.debug else [made("s4")]) + ([made("s5")] if settings.admin else [])
for router in sums:
    app.include_router(router, prefix="/sums")

for router in [debug, admin] if settings.debug else [admin]:
    app.include_router(router, prefix="/chosen")

for prefix, router in [("/p", p) for p in ([debug] if settings.debug else [admin])]:
    app.include_router(router, prefix=prefix)

app.include_router(APIRouter(routes=debug.routes if settings.debug else admin.routes), prefix="/given")
