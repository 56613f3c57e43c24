# file: app/clients.py
import sqlite3

import httpx
import jwt
from openai import AsyncOpenAI
from posthog import Posthog
from sqlalchemy import create_engine

POSTHOG_API_KEY = "__POSTHOG_API_KEY__"

local = AsyncOpenAI(base_url=None, api_key="EMPTY")
posthog = Posthog(POSTHOG_API_KEY)
memory = create_engine("sqlite://")
also_memory = sqlite3.connect(":memory:")


def claims(token: str) -> dict:
    return jwt.decode(token, "", options={"verify_signature": False})


async def inside(app, token: str) -> None:
    transport = httpx.ASGITransport(app=app)
    httpx.AsyncClient(transport=transport, base_url="http://shop.internal")
    async with httpx.AsyncClient(transport=transport, base_url="http://in-process") as client:
        await client.get("/health", headers={"Authorization": f"Bearer {token}"})


def base_url(host: str, port: int) -> str:
    return f"http://{host}:{port}"


def of_this_machine(host: str) -> str:
    local = "127.0.0.1" if host == "0.0.0.0" else host
    return base_url(local, 80)


async def machine_name() -> str:
    async with httpx.AsyncClient() as client:
        return (await client.get("http://169.254.169.254/latest/meta-data/hostname")).text
# file: tests/test_clients.py
import httpx


def test_it() -> None:
    httpx.get("http://localhost:8000/health")
# file: app/cli.py
import httpx


def open_browser(token: str) -> None:
    httpx.get("http://localhost:8085/callback")


if __name__ == "__main__":
    httpx.get("http://localhost:9000/ready")
# file: app/storage.py
import httpx
from boto3 import Session


class Storage:
    def __init__(self, region: str | None = None) -> None:
        self._session = Session()
        self._client = self._session.client("s3", region_name=region)


async def is_healthy(path: str) -> bool:
    transport = httpx.AsyncHTTPTransport(uds=path)
    async with httpx.AsyncClient(transport=transport) as client:
        answer = await client.get("http://localhost:8080/healthcheck")
        return answer.status_code == 200
