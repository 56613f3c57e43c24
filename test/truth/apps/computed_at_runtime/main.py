"""What nobody can know without running: prefixes from files, the clock and the platform, routes from data."""

import json
import pathlib
import time

from fastapi import APIRouter, FastAPI

HERE = pathlib.Path(__file__).parent
app = FastAPI()
known = APIRouter(prefix="/known")
from_file = APIRouter(prefix=json.loads((HERE / "routes.json").read_text())["prefix"])


@known.get("/x")
def x() -> str:
    return ""


@from_file.get("/y")
def y() -> str:
    return ""


for path in json.loads((HERE / "routes.json").read_text())["paths"]:
    app.add_api_route(path, x, methods=["GET"])

if time.time() > 0:
    app.include_router(known)
app.include_router(from_file)
