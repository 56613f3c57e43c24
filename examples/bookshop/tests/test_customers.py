from __future__ import annotations

import uuid

import httpx
import pytest

pytestmark = pytest.mark.anyio
CUSTOMERS = "/api/v1/customers"
GRACE = {"name": "Grace", "email": "Grace@Example.com"}


async def test_create_list_update_delete(client: httpx.AsyncClient) -> None:
    created = (await client.post(CUSTOMERS, json=GRACE)).json()
    assert created["email"] == "grace@example.com"
    assert (await client.get(CUSTOMERS)).json() == [created]
    url = f"{CUSTOMERS}/{created['id']}"
    assert (await client.patch(url, json={"name": "Grace H."})).json()["name"] == "Grace H."
    assert (await client.delete(url)).status_code == 204
    assert (await client.get(CUSTOMERS)).json() == []


async def test_email_is_unique(client: httpx.AsyncClient) -> None:
    await client.post(CUSTOMERS, json=GRACE)
    answer = await client.post(CUSTOMERS, json=GRACE)
    assert answer.status_code == 409


async def test_unknown_customer(client: httpx.AsyncClient) -> None:
    assert (await client.get(f"{CUSTOMERS}/{uuid.uuid4()}")).status_code == 404
