"""What can be done with customers."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from fastapi import HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bookshop.modules.customers.models import Customer
from bookshop.modules.customers.repository import CustomerRepository
from bookshop.modules.customers.schemas import CustomerCreate, CustomerUpdate

ERROR_EMAIL_TAKEN = "This e-mail address is taken"


class CustomerService:
    """Keeps the customers."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.repository = CustomerRepository(session)

    async def create_customer(self, data: CustomerCreate) -> Customer:
        """Add a customer."""
        customer = Customer(name=data.name, email=data.email.lower())
        try:
            await self.repository.add(customer)
        except IntegrityError as error:
            raise HTTPException(status.HTTP_409_CONFLICT, detail=ERROR_EMAIL_TAKEN) from error
        await self.session.commit()
        return customer

    async def get_customer(self, customer_id: uuid.UUID) -> Customer:
        """Return a customer or answer 404."""
        customer = await self.repository.get(customer_id)
        if customer is None:
            raise HTTPException(status.HTTP_404_NOT_FOUND, "Customer not found")
        return customer

    async def list_customers(self) -> Sequence[Customer]:
        """Return the customers in the order of their names."""
        return await self.repository.list_by_name()

    async def update_customer(self, customer_id: uuid.UUID, data: CustomerUpdate) -> Customer:
        """Change the fields that were sent."""
        customer = await self.get_customer(customer_id)
        customer.name = data.name or customer.name
        customer.email = data.email.lower() if data.email else customer.email
        try:
            await self.session.commit()
        except IntegrityError as error:
            raise HTTPException(status.HTTP_409_CONFLICT, detail=ERROR_EMAIL_TAKEN) from error
        return customer

    async def delete_customer(self, customer_id: uuid.UUID) -> None:
        """Close a customer's account; the row stays."""
        customer = await self.get_customer(customer_id)
        customer.is_deleted = True
        await self.session.commit()
