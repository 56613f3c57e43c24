# file: app/main.py
import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from app.cors import CORSMiddleware as OwnCors

app = FastAPI()
PRODUCTION = os.getenv("PRODUCTION", "1") == "1"

if not PRODUCTION:
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)

app.add_middleware(OwnCors, allow_origins=["*"], allow_credentials=True)
app.add_middleware(
    CORSMiddleware,
    allow_origins=["*"] if os.getenv("DEBUG") else ["https://shop.example"],
    allow_credentials=True,
)
# file: app/cors.py
class CORSMiddleware:
    """Answers nothing to strangers."""
