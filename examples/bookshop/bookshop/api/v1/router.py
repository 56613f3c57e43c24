"""All routes of version 1."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from bookshop.infrastructure.auth import require_api_key
from bookshop.modules.books.router import router as books_router
from bookshop.modules.customers.router import router as customers_router
from bookshop.modules.orders.router import router as orders_router

api_router = APIRouter(prefix="/api/v1", dependencies=[Depends(require_api_key)])
api_router.include_router(books_router)
api_router.include_router(customers_router)
api_router.include_router(orders_router)
