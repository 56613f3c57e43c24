"""Endpoints for customers."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from fastapi import APIRouter, status

from bookshop.db.session import DbSession
from bookshop.modules.customers.models import Customer
from bookshop.modules.customers.schemas import CustomerCreate, CustomerRead, CustomerUpdate
from bookshop.modules.customers.service import CustomerService

router = APIRouter(prefix="/customers", tags=["customers"])


@router.post("", response_model=CustomerRead, status_code=status.HTTP_201_CREATED)
async def create_customer(data: CustomerCreate, db: DbSession) -> Customer:
    """Add a customer."""
    return await CustomerService(db).create_customer(data)


@router.get("", response_model=list[CustomerRead])
async def list_customers(db: DbSession) -> Sequence[Customer]:
    """List customers by name."""
    return await CustomerService(db).list_customers()


@router.get("/{customer_id}", response_model=CustomerRead)
async def read_customer(customer_id: uuid.UUID, db: DbSession) -> Customer:
    """Show one customer."""
    return await CustomerService(db).get_customer(customer_id)


@router.patch("/{customer_id}", response_model=CustomerRead)
async def update_customer(customer_id: uuid.UUID, data: CustomerUpdate, db: DbSession) -> Customer:
    """Change a customer."""
    return await CustomerService(db).update_customer(customer_id, data)


@router.delete("/{customer_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_customer(customer_id: uuid.UUID, db: DbSession) -> None:
    """Delete a customer."""
    await CustomerService(db).delete_customer(customer_id)
