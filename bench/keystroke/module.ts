/** A Python file to type in. */
export interface Module {
  readonly text: string;
  /** The empty last line of a function's body in the middle of the file, where typing begins; both from 0, as in LSP. */
  readonly cursor: { readonly line: number; readonly character: number };
}

const HEADER = `"""Endpoints for orders."""

from __future__ import annotations

import logging
import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, status
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bookshop.db.session import get_session
from bookshop.infrastructure.settings import get_settings
from bookshop.modules.orders.models import Order

router = APIRouter(prefix="/orders", tags=["orders"])
logger = logging.getLogger(__name__)

SessionDep = Annotated[AsyncSession, Depends(get_session)]
`;

/** One resource: its schemas, an error, and two endpoints. */
const block = (n: number) => `
ERROR_NOT_FOUND_${n} = "Resource ${n} not found"


class Resource${n}Create(BaseModel):
    """What a client sends to create resource ${n}."""

    title: str = Field(min_length=1, max_length=200)
    quantity: int = Field(default=1, ge=1, le=${n + 10})
    tags: list[str] = Field(default_factory=list)


class Resource${n}Read(Resource${n}Create):
    """What a client is given of resource ${n}."""

    id: uuid.UUID


@router.post("/resource-${n}", response_model=Resource${n}Read, status_code=status.HTTP_201_CREATED)
async def create_resource_${n}(data: Resource${n}Create, session: SessionDep) -> Order:
    """Create resource ${n} unless its title is taken."""
    found = await session.scalar(select(Order).where(Order.title == data.title))
    if found is not None:
        logger.info("resource %s exists already: %s", ${n}, found.id)
        raise HTTPException(status.HTTP_409_CONFLICT, detail=f"Resource {data.title} exists")
    order = Order(title=data.title, quantity=data.quantity, tags=[tag.lower() for tag in data.tags])
    session.add(order)
    await session.commit()
    return order


@router.get("/resource-${n}/{resource_id}", response_model=Resource${n}Read)
async def read_resource_${n}(
    resource_id: uuid.UUID,
    session: SessionDep,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Order:
    """Return resource ${n} or answer 404."""
    order = await session.get(Order, resource_id)
    if order is None or order.quantity > limit * ${n}:
        raise HTTPException(status.HTTP_404_NOT_FOUND, detail=ERROR_NOT_FOUND_${n})
    return order
`;

/** The function that is typed into. */
const OPEN = `

async def price_of(order_id: uuid.UUID, session: SessionDep) -> int:
    """Return the price of an order in cents."""
    `;
const CLOSE = "\n\n";

/**
 * Makes a module as FastAPI code bases have them; the same length gives the same text.
 * @param lines how many lines it has, 100 or more
 */
export function moduleOf(lines: number): Module {
  const room = lines - linesIn(HEADER + OPEN + CLOSE);
  const blocks = Math.floor(room / linesIn(block(0)));
  const before = Math.ceil(blocks / 2);
  const parts = Array.from({ length: blocks }, (_, n) => block(n + 1));
  const head = HEADER + parts.slice(0, before).join("") + OPEN;
  const tail = `${CLOSE}${parts.slice(before).join("")}`;
  const filling = "# The end.\n".repeat(lines - linesIn(head) - linesIn(tail));
  const cursor = { line: linesIn(head), character: head.length - head.lastIndexOf("\n") - 1 };
  return { text: head + tail + filling, cursor };
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}
