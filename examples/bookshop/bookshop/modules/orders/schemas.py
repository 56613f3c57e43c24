"""What clients send and get for orders."""

from __future__ import annotations

import uuid

from pydantic import Field

from bookshop.common.schemas import Schema, UtcDatetime
from bookshop.modules.orders.models import OrderStatus


class OrderCreate(Schema):
    """A new order."""

    customer_id: uuid.UUID
    book_id: uuid.UUID
    quantity: int = Field(default=1, ge=1)


class OrderStatusUpdate(Schema):
    """A step of the order, based on the version that the client has seen."""

    version: int = Field(ge=1)


class OrderRead(Schema):
    """An order as clients see it."""

    id: uuid.UUID
    customer_id: uuid.UUID
    book_id: uuid.UUID
    quantity: int
    unit_price_cents: int
    total_cents: int
    status: OrderStatus
    version: int
    created_at: UtcDatetime
    updated_at: UtcDatetime


class OrderSummaryRead(Schema):
    """One line of an order list."""

    id: uuid.UUID
    book_title: str | None
    quantity: int
    total_cents: int
    status: OrderStatus
