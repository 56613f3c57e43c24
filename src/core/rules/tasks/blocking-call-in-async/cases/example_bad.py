import requests
from fastapi import FastAPI

app = FastAPI()


@app.get("/rates")
async def read_rates() -> dict:
    response = requests.get("https://rates.example/latest", timeout=5)  # expect: blocking-call-in-async
    return response.json()
