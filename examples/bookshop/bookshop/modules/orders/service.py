"""What can be done with orders."""

from __future__ import annotations

import logging
import uuid

from fastapi import HTTPException
from fastapi import status as http_status
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.exc import StaleDataError

from bookshop.common.errors import InvalidTransitionError
from bookshop.common.pagination import Page
from bookshop.infrastructure.settings import get_settings
from bookshop.infrastructure.webhooks import publish_event
from bookshop.modules.books.service import BookService
from bookshop.modules.customers.service import CustomerService
from bookshop.modules.orders.models import Order, OrderStatus
from bookshop.modules.orders.repository import OrderRepository
from bookshop.modules.orders.schemas import OrderCreate, OrderSummaryRead

ERROR_ORDER_CHANGED = "The order has changed since it was read"
ERROR_ORDER_CLOSED = "A shipped or cancelled order cannot be cancelled"
ERROR_ORDER_NOT_FOUND = "Order not found"
ERROR_ORDER_NOT_PAID = "Only a paid order can be shipped"
ERROR_ORDER_NOT_PENDING = "Only a pending order can be paid"

EVENT_ORDER_CANCELLED = "order.cancelled.v1"
EVENT_ORDER_PAID = "order.paid.v1"
EVENT_ORDER_PLACED = "order.placed.v1"
EVENT_ORDER_SHIPPED = "order.shipped.v1"

BULK_DISCOUNT_PERCENT = 10
BULK_QUANTITY = 10
FULL_PERCENT = 100

logger = logging.getLogger(__name__)


def order_total_cents(unit_price_cents: int, quantity: int) -> int:
    """Return the price of all copies, with the discount of BR-003, rounded down to a cent."""
    total = unit_price_cents * quantity
    if quantity < BULK_QUANTITY:
        return total
    return total * (FULL_PERCENT - BULK_DISCOUNT_PERCENT) // FULL_PERCENT


class OrderService:
    """Takes orders and leads them through their states."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.repository = OrderRepository(session)
        self.books = BookService(session)
        self.customers = CustomerService(session)

    async def place_order(self, data: OrderCreate) -> Order:
        """Reserve the copies and record a pending order (BR-001, BR-002)."""
        if data.quantity > get_settings().max_quantity:
            raise HTTPException(
                http_status.HTTP_400_BAD_REQUEST, detail={"message": "Too many copies in one order"}
            )
        customer = await self.customers.get_customer(data.customer_id)
        book = await self.books.reserve_copies(data.book_id, data.quantity)
        order = await self.repository.add(
            Order(
                customer_id=customer.id,
                book_id=book.id,
                quantity=data.quantity,
                unit_price_cents=book.price_cents,
                total_cents=order_total_cents(book.price_cents, data.quantity),
            )
        )
        await self._save(order, EVENT_ORDER_PLACED)
        return order

    async def get_order(self, order_id: uuid.UUID) -> Order:
        """Return an order or answer 404."""
        order = await self.repository.get(order_id)
        if order is None:
            raise HTTPException(http_status.HTTP_404_NOT_FOUND, detail=ERROR_ORDER_NOT_FOUND)
        return order

    async def list_orders(
        self, page: Page, customer_id: uuid.UUID | None, status: OrderStatus | None
    ) -> list[OrderSummaryRead]:
        """Return one page of orders with the titles of their books."""
        summaries: list[OrderSummaryRead] = []
        for order in await self.repository.list_page(page, customer_id, status):
            book = await self.books.find_book(order.book_id)
            summaries.append(
                OrderSummaryRead(
                    id=order.id,
                    book_title=book.title if book else None,
                    quantity=order.quantity,
                    total_cents=order.total_cents,
                    status=order.status,
                )
            )
        return summaries

    async def pay_order(self, order_id: uuid.UUID, version: int) -> Order:
        """Mark a pending order as paid (BR-004)."""
        order = await self._get_version(order_id, version)
        if order.status != OrderStatus.PENDING:
            raise InvalidTransitionError(ERROR_ORDER_NOT_PENDING)
        order.status = OrderStatus.PAID
        await self._save(order, EVENT_ORDER_PAID)
        return order

    async def ship_order(self, order_id: uuid.UUID, version: int) -> Order:
        """Mark a paid order as shipped (BR-005)."""
        order = await self._get_version(order_id, version)
        if order.status != OrderStatus.PAID:
            raise InvalidTransitionError(ERROR_ORDER_NOT_PAID)
        order.status = OrderStatus.SHIPPED
        await self._save(order, EVENT_ORDER_SHIPPED)
        return order

    async def cancel_order(self, order_id: uuid.UUID, version: int) -> Order:
        """Cancel an order that has not left, and put its copies back (BR-006)."""
        order = await self._get_version(order_id, version)
        if order.status not in (OrderStatus.PENDING, OrderStatus.PAID):
            raise InvalidTransitionError(ERROR_ORDER_CLOSED)
        order.status = OrderStatus.CANCELLED
        await self.books.release_copies(order.book_id, order.quantity)
        await self._save(order, EVENT_ORDER_CANCELLED)
        return order

    async def _get_version(self, order_id: uuid.UUID, version: int) -> Order:
        """Return the order if the client has seen its latest version (BR-007)."""
        order = await self.get_order(order_id)
        if order.version != version:
            raise HTTPException(http_status.HTTP_409_CONFLICT, detail=ERROR_ORDER_CHANGED)
        return order

    async def _save(self, order: Order, event_type: str) -> None:
        """Commit, then log and publish what has happened."""
        try:
            await self.session.commit()
        except StaleDataError as error:
            raise HTTPException(
                http_status.HTTP_409_CONFLICT, detail=ERROR_ORDER_CHANGED
            ) from error
        logger.info(event_type, extra={"order_id": str(order.id), "order_version": order.version})
        await publish_event(
            event_type, order.id, {"status": order.status, "total_cents": order.total_cents}
        )
