"""Endpoints for orders."""

from __future__ import annotations

import uuid
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi import status as http_status

from bookshop.common.pagination import PageQuery
from bookshop.db.session import DbSession
from bookshop.modules.orders.models import Order, OrderStatus
from bookshop.modules.orders.schemas import (
    OrderCreate,
    OrderRead,
    OrderStatusUpdate,
    OrderSummaryRead,
)
from bookshop.modules.orders.service import OrderService

router = APIRouter(prefix="/orders", tags=["orders"])


@router.post("", response_model=OrderRead, status_code=http_status.HTTP_201_CREATED)
async def place_order(data: OrderCreate, db: DbSession) -> Order:
    """Order copies of a book."""
    return await OrderService(db).place_order(data)


@router.get("")
async def list_orders(
    page: PageQuery,
    db: DbSession,
    customer_id: Annotated[uuid.UUID | None, Query()] = None,
    status: Annotated[OrderStatus | None, Query()] = None,
) -> list[OrderSummaryRead]:
    """List orders, oldest first."""
    return await OrderService(db).list_orders(page, customer_id, status)


@router.get("/{order_id}", response_model=OrderRead)
async def read_order(order_id: uuid.UUID, db: DbSession) -> Order:
    """Show one order."""
    return await OrderService(db).get_order(order_id)


@router.post("/{order_id}/pay", response_model=OrderRead)
async def pay_order(order_id: uuid.UUID, data: OrderStatusUpdate, db: DbSession) -> Order:
    """Record the payment."""
    return await OrderService(db).pay_order(order_id, data.version)


@router.post("/{order_id}/ship", response_model=OrderRead)
async def ship_order(order_id: uuid.UUID, data: OrderStatusUpdate, db: DbSession) -> Order:
    """Record that the parcel has left."""
    return await OrderService(db).ship_order(order_id, data.version)


@router.post("/{order_id}/cancel", response_model=OrderRead)
async def cancel_order(order_id: uuid.UUID, data: OrderStatusUpdate, db: DbSession) -> Order:
    """Cancel the order."""
    return await OrderService(db).cancel_order(order_id, data.version)
