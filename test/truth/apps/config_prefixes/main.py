"""Prefixes from Starlette's Config, strip and replace, dictionaries of settings, properties and class methods."""

from fastapi import APIRouter, FastAPI
from starlette.config import Config

from conf import CONFIG, Settings, api_path, settings

config = Config(environ={})
SUB = config("TRUTH_SUB", default="sub/").strip("/")
CAST = config("TRUTH_CAST", cast=str, default="/cast")
router = APIRouter()


@router.get("/x")
def x() -> str:
    return ""


app = FastAPI()
app.include_router(router, prefix=f"/{SUB}")
app.include_router(router, prefix=CAST)
app.include_router(router, prefix=CONFIG["api"]["prefix"])
app.include_router(router, prefix=CONFIG.get("missing", "/got"))
app.include_router(router, prefix=settings.full)
app.include_router(router, prefix=Settings.static())
app.include_router(router, prefix=api_path("users"))
app.include_router(router, prefix=api_path("users", version=2))
app.include_router(router, prefix="/" + settings.name.lower().replace(" ", "-"))
app.include_router(router, prefix=settings.by_init)
