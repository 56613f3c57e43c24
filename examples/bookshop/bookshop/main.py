"""The application."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from bookshop.api.v1.router import api_router
from bookshop.common.errors import DomainError
from bookshop.common.schemas import HealthRead
from bookshop.db.session import DbSession, create_tables, engine, ping

logger = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    """Create missing tables at the start and close the pool at the end."""
    await create_tables()
    yield
    await engine.dispose()


app = FastAPI(title="Bookshop", version="0.1.0", lifespan=lifespan)
app.include_router(api_router)


@app.exception_handler(DomainError)
async def domain_error_response(request: Request, error: DomainError) -> JSONResponse:
    """Answer a domain error with its own status and message."""
    logger.info("request refused", extra={"path": request.url.path, "error": type(error).__name__})
    return JSONResponse(status_code=error.status_code, content={"detail": error.message})


@app.get("/health", tags=["system"])
async def read_health(db: DbSession) -> HealthRead:
    """Say that the application and its database answer."""
    await ping(db)
    return HealthRead(status="ok")
