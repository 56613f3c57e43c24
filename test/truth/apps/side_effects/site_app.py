"""The application, and an API router included before anything is declared on it."""

from fastapi import APIRouter, FastAPI

app = FastAPI()
api = APIRouter(prefix="/api")
