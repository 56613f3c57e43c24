from __future__ import annotations

import httpx
import pytest

from tests.conftest import Create

pytestmark = pytest.mark.anyio
BOOKS = "/api/v1/books"


async def test_create_and_read(client: httpx.AsyncClient, create_book: Create) -> None:
    book = await create_book()
    answer = await client.get(f"{BOOKS}/{book['id']}")
    assert answer.status_code == 200
    assert answer.json() == book


async def test_isbn_is_unique(client: httpx.AsyncClient, create_book: Create) -> None:
    book = await create_book()
    again = {key: book[key] for key in ("title", "author", "isbn", "price_cents", "stock")}
    answer = await client.post(BOOKS, json=again)
    assert answer.status_code == 409
    assert str(book["isbn"]) in answer.json()["detail"]


async def test_pages_follow_each_other(client: httpx.AsyncClient, create_book: Create) -> None:
    ids = [(await create_book(isbn=f"978000000000{n}"))["id"] for n in range(5)]
    first = (await client.get(BOOKS, params={"limit": 3})).json()
    assert [book["id"] for book in first] == ids[:3]
    rest = (await client.get(BOOKS, params={"limit": 3, "after": first[-1]["id"]})).json()
    assert [book["id"] for book in rest] == ids[3:]
    assert (await client.get(BOOKS, params={"limit": 101})).status_code == 422


async def test_list_by_author(client: httpx.AsyncClient, create_book: Create) -> None:
    await create_book()
    other = await create_book(isbn="9780441013593", author="Frank Herbert")
    answer = await client.get(BOOKS, params={"author": "Frank Herbert"})
    assert [book["id"] for book in answer.json()] == [other["id"]]


async def test_newest_come_first(client: httpx.AsyncClient, create_book: Create) -> None:
    await create_book()
    newest = await create_book(isbn="9780441013593")
    answer = await client.get(f"{BOOKS}/newest", params={"limit": 1})
    assert [book["id"] for book in answer.json()] == [newest["id"]]


async def test_update_keeps_what_was_not_sent(
    client: httpx.AsyncClient, create_book: Create
) -> None:
    book = await create_book()
    answer = await client.patch(f"{BOOKS}/{book['id']}", json={"price_cents": 990})
    assert answer.json()["price_cents"] == 990
    assert answer.json()["title"] == book["title"]


async def test_deleted_book_is_gone(client: httpx.AsyncClient, create_book: Create) -> None:
    book = await create_book()
    assert (await client.delete(f"{BOOKS}/{book['id']}")).status_code == 204
    assert (await client.get(f"{BOOKS}/{book['id']}")).status_code == 404
    assert (await client.get(BOOKS)).json() == []
