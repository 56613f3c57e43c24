import requests
from fastapi import FastAPI

import app.threads as anyio

api = FastAPI()


@api.get("/rates")
async def read_rates() -> dict:
    return requests.get("https://rates.example/latest").json()  # expect: blocking-call-in-async
