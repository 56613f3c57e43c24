"""Prefixes from a pydantic-settings instance: plain defaults, computed fields, properties and nested settings."""

from fastapi import APIRouter, FastAPI

from app.config import settings
from app.routes import router

app = FastAPI(title=settings.NAME, openapi_url=f"{settings.API_V1_STR}/openapi.json")
app.include_router(router, prefix=settings.API_V1_STR)

nested = APIRouter()


@nested.get("/nested")
def get_nested() -> str:
    return ""


app.include_router(nested, prefix=settings.api.prefix)
app.include_router(nested, prefix=settings.both)
app.include_router(nested, prefix=settings.joined)
