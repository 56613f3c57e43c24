"""Health, API key and outgoing events, with a real receiver on this machine."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from tests.conftest import Create

pytestmark = pytest.mark.anyio


class Receiver(HTTPServer):
    """Refuses the first event and keeps the others."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), ReceiverHandler)
        self.calls = 0
        self.events: list[dict[str, object]] = []


class ReceiverHandler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.calls += 1
        refused = self.server.calls == 1
        if not refused:
            self.server.events.append(json.loads(body))
        self.send_response(503 if refused else 204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def receiver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    server = Receiver()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setenv("WEBHOOK_URL", f"http://127.0.0.1:{server.server_port}")
    yield server
    server.shutdown()
    server.server_close()


async def test_health(client: httpx.AsyncClient) -> None:
    assert (await client.get("/health")).json() == {"status": "ok"}


async def test_api_key(client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_KEY", "test-key")
    assert (await client.get("/api/v1/books")).status_code == 401
    answer = await client.get("/api/v1/books", headers={"X-API-Key": "test-key"})
    assert answer.status_code == 200


async def test_event_is_sent_again_after_a_refusal(
    receiver: Receiver, create_order: Create
) -> None:
    order = await create_order()
    assert receiver.calls == 2
    event = receiver.events[0]
    assert event["event_type"] == "order.placed.v1"
    assert event["aggregate_id"] == order["id"]
    assert event["payload"] == {"status": "pending", "total_cents": 2500}


async def test_order_stands_when_nobody_takes_events(
    create_order: Create, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("WEBHOOK_ATTEMPTS", "1")
    assert (await create_order())["status"] == "pending"
