import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/rates")
async def read_rates() -> dict:
    async with httpx.AsyncClient(timeout=5) as client:
        response = await client.get("https://rates.example/latest")
    return response.json()
