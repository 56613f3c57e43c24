"""Queries on the order table."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bookshop.common.pagination import Page
from bookshop.db.pagination import comes_after
from bookshop.modules.orders.models import Order, OrderStatus


class OrderRepository:
    """Reads and writes orders that are not deleted."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def get(self, order_id: uuid.UUID) -> Order | None:
        """Return one order."""
        query = select(Order).where(Order.id == order_id, Order.is_deleted.is_(False))
        return (await self.session.scalars(query)).one_or_none()

    async def list_page(
        self, page: Page, customer_id: uuid.UUID | None, status: OrderStatus | None
    ) -> Sequence[Order]:
        """Return one page, oldest first, narrowed by customer and status."""
        query = select(Order).where(Order.is_deleted.is_(False), comes_after(Order, page.after))
        if customer_id is not None:
            query = query.where(Order.customer_id == customer_id)
        if status is not None:
            query = query.where(Order.status == status)
        query = query.order_by(Order.created_at, Order.id).limit(page.limit)
        return (await self.session.scalars(query)).all()

    async def add(self, order: Order) -> Order:
        """Insert an order."""
        self.session.add(order)
        await self.session.flush()
        return order
