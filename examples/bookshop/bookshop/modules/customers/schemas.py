"""What clients send and get for customers."""

from __future__ import annotations

import uuid
from typing import Annotated

from pydantic import EmailStr, Field

from bookshop.common.schemas import Schema, UtcDatetime
from bookshop.modules.customers.models import NAME_LENGTH

Name = Annotated[str, Field(min_length=1, max_length=NAME_LENGTH)]


class CustomerCreate(Schema):
    """A new customer."""

    name: Name
    email: EmailStr


class CustomerUpdate(Schema):
    """The fields of a customer to change."""

    name: Name | None = None
    email: EmailStr | None = None


class CustomerRead(Schema):
    """A customer as clients see one."""

    id: uuid.UUID
    name: str
    email: EmailStr
    created_at: UtcDatetime
    updated_at: UtcDatetime
