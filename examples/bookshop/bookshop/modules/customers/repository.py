"""Queries on the customer table."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bookshop.modules.customers.models import Customer


class CustomerRepository:
    """Reads and writes customers that are not deleted."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def get(self, customer_id: uuid.UUID) -> Customer | None:
        """Return one customer."""
        query = select(Customer).where(Customer.id == customer_id, Customer.is_deleted.is_(False))
        return (await self.session.scalars(query)).one_or_none()

    async def list_by_name(self) -> Sequence[Customer]:
        """Return the customers in the order of their names."""
        query = select(Customer).where(Customer.is_deleted.is_(False))
        return (await self.session.scalars(query.order_by(Customer.name, Customer.id))).all()

    async def add(self, customer: Customer) -> Customer:
        """Insert a customer."""
        self.session.add(customer)
        await self.session.flush()
        return customer
