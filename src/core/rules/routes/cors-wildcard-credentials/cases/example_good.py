# file: app/main.py
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://shop.example"],
    allow_credentials=True,
)


@app.get("/account")
def read_account() -> dict[str, int]:
    return {"balance": 100}
