"""A real database in a temporary file, and a client on top of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from bookshop.db.base import Base
from bookshop.db.session import get_db
from bookshop.infrastructure.settings import get_settings
from bookshop.main import app

Json = dict[str, object]
Create = Callable[..., Awaitable[Json]]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def fresh_settings() -> None:
    get_settings.cache_clear()


@pytest.fixture
async def sessions(tmp_path: Path) -> AsyncIterator[async_sessionmaker[AsyncSession]]:
    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path / 'test.db'}")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield async_sessionmaker(engine, expire_on_commit=False)
    await engine.dispose()


@pytest.fixture
async def client(
    sessions: async_sessionmaker[AsyncSession],
) -> AsyncIterator[httpx.AsyncClient]:
    async def get_test_db() -> AsyncIterator[AsyncSession]:
        async with sessions() as session:
            yield session

    app.dependency_overrides[get_db] = get_test_db
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client
    app.dependency_overrides.clear()


@pytest.fixture
def create_book(client: httpx.AsyncClient) -> Create:
    async def create(**fields: object) -> Json:
        book = {
            "title": "The Dispossessed",
            "author": "Ursula K. Le Guin",
            "isbn": "9780061054884",
            "price_cents": 1250,
            "stock": 20,
        }
        answer = await client.post("/api/v1/books", json=book | fields)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    return create


@pytest.fixture
def create_order(client: httpx.AsyncClient, create_book: Create) -> Create:
    async def create(quantity: int = 2) -> Json:
        book = await create_book()
        person = {"name": "Ada", "email": "ada@example.com"}
        customer = (await client.post("/api/v1/customers", json=person)).json()
        data = {"customer_id": customer["id"], "book_id": book["id"], "quantity": quantity}
        answer = await client.post("/api/v1/orders", json=data)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    return create
