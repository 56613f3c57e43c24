from __future__ import annotations

import uuid

import httpx
import pytest
from fastapi import HTTPException
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from bookshop.modules.orders.service import ERROR_ORDER_CHANGED, OrderService, order_total_cents
from tests.conftest import Create

pytestmark = pytest.mark.anyio
ORDERS = "/api/v1/orders"


async def take_step(
    client: httpx.AsyncClient, order: dict[str, object], step: str
) -> httpx.Response:
    return await client.post(f"{ORDERS}/{order['id']}/{step}", json={"version": order["version"]})


async def test_placing_takes_copies(client: httpx.AsyncClient, create_order: Create) -> None:
    """BR-001"""
    order = await create_order(quantity=2)
    assert (order["status"], order["total_cents"], order["version"]) == ("pending", 2500, 1)
    book = (await client.get(f"/api/v1/books/{order['book_id']}")).json()
    assert book["stock"] == 18


async def test_no_more_than_the_stock(client: httpx.AsyncClient, create_order: Create) -> None:
    """BR-001"""
    order = await create_order(quantity=19)
    data = {key: order[key] for key in ("customer_id", "book_id")} | {"quantity": 2}
    answer = await client.post(ORDERS, json=data)
    assert answer.status_code == 409
    assert isinstance(answer.json()["detail"], str)


async def test_quantity_is_bounded(client: httpx.AsyncClient) -> None:
    """BR-002"""
    ids = {"customer_id": str(uuid.uuid4()), "book_id": str(uuid.uuid4())}
    assert (await client.post(ORDERS, json=ids | {"quantity": 51})).status_code == 400
    assert (await client.post(ORDERS, json=ids | {"quantity": 0})).status_code == 422


async def test_unknown_customer_or_book(client: httpx.AsyncClient, create_order: Create) -> None:
    order = await create_order()
    unknown = str(uuid.uuid4())
    for ids in (
        {"customer_id": unknown, "book_id": order["book_id"]},
        {"customer_id": order["customer_id"], "book_id": unknown},
    ):
        assert (await client.post(ORDERS, json=ids)).status_code == 404


def test_bulk_discount() -> None:
    """BR-003"""
    assert order_total_cents(1000, 9) == 9000
    assert order_total_cents(1000, 10) == 9000
    assert order_total_cents(333, 11) == 3296


async def test_pay_then_ship(client: httpx.AsyncClient, create_order: Create) -> None:
    """BR-004, BR-005"""
    order = await create_order()
    assert (await take_step(client, order, "ship")).status_code == 409
    paid = (await take_step(client, order, "pay")).json()
    assert (paid["status"], paid["version"]) == ("paid", 2)
    assert (await take_step(client, paid, "pay")).status_code == 409
    shipped = (await take_step(client, paid, "ship")).json()
    assert shipped["status"] == "shipped"
    assert (await take_step(client, shipped, "cancel")).status_code == 409
    assert (await client.get(f"{ORDERS}/{order['id']}")).json() == shipped


@pytest.mark.parametrize("steps", [[], ["pay"]])
async def test_cancelling_returns_copies(
    client: httpx.AsyncClient, create_order: Create, steps: list[str]
) -> None:
    """BR-006"""
    order = await create_order()
    for step in steps:
        order = (await take_step(client, order, step)).json()
    answer = await take_step(client, order, "cancel")
    assert answer.json()["status"] == "cancelled"
    book = (await client.get(f"/api/v1/books/{order['book_id']}")).json()
    assert book["stock"] == 20


async def test_old_version_is_refused(client: httpx.AsyncClient, create_order: Create) -> None:
    """BR-007"""
    order = await create_order()
    await take_step(client, order, "pay")
    assert (await take_step(client, order, "cancel")).status_code == 409


async def test_two_writers_at_once(
    sessions: async_sessionmaker[AsyncSession], create_order: Create
) -> None:
    """BR-007"""
    order_id = uuid.UUID(str((await create_order())["id"]))
    async with sessions() as first, sessions() as second:
        slow = OrderService(second)
        seen = await slow.get_order(order_id)
        await OrderService(first).pay_order(order_id, 1)
        with pytest.raises(HTTPException) as refusal:
            await slow.pay_order(seen.id, 1)
    assert (refusal.value.status_code, refusal.value.detail) == (409, ERROR_ORDER_CHANGED)
    assert isinstance(refusal.value.__cause__, StaleDataError)


async def test_list_with_filters_and_pages(client: httpx.AsyncClient, create_order: Create) -> None:
    first = await create_order()
    data = {key: first[key] for key in ("customer_id", "book_id")}
    second = (await client.post(ORDERS, json=data)).json()
    await take_step(client, second, "pay")
    listed = (await client.get(ORDERS)).json()
    assert [row["id"] for row in listed] == [first["id"], second["id"]]
    assert listed[0]["book_title"] == "The Dispossessed"
    rest = (await client.get(ORDERS, params={"after": str(first["id"]), "limit": 1})).json()
    assert [row["id"] for row in rest] == [second["id"]]
    paid = (await client.get(ORDERS, params={"status": "paid"})).json()
    assert [row["id"] for row in paid] == [second["id"]]
    unknown = {"customer_id": str(uuid.uuid4())}
    assert (await client.get(ORDERS, params=unknown)).json() == []
