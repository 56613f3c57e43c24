# file: app/clients.py
import boto3
import httpx
import jwt
import redis.asyncio as aioredis
from celery import Celery
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI(debug=True)  # expect: hardcoded-config
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://shop.acme.com", "https://www.acme.com"],  # expect: hardcoded-config
)
celery = Celery("shop", broker="amqp://rabbit:5672//")  # expect: hardcoded-config
s3 = boto3.client("s3")


class Cache:
    def __init__(self, host: str = "localhost", port: int = 6379):  # expect: hardcoded-config
        self.client = aioredis.Redis(host=host, port=port)


class Payments:
    def __init__(self) -> None:
        self.base = "http://payments:8080/v1"  # expect: hardcoded-config

    async def pay(self, order: str) -> None:
        async with httpx.AsyncClient(base_url=self.base) as client:
            headers = {"X-Api-Key": "8d7f7e0c"}  # expect: hardcoded-config
            await client.post(f"/orders/{order}", headers=headers)
            await client.get(f"http://10.0.0.7/orders/{order}")  # expect: hardcoded-config
            await client.get("https://api.exchangerate.host/latest")  # expect: hardcoded-config


def store(name: str, data: bytes) -> None:
    s3.put_object(Bucket="acme-invoices", Key=name, Body=data)  # expect: hardcoded-config


def token(user: str) -> str:
    return jwt.encode({"sub": user}, "s3cr3t", algorithm="HS256")  # expect: hardcoded-config
