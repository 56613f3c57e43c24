"""The application; `asgi.py`, which the server imports, adds to it, and `forgotten.py`, which nobody imports, does not."""

from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter(prefix="/r")


@app.get("/here")
def here() -> str:
    return ""
