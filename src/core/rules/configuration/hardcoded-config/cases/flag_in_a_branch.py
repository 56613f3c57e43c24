# file: app/main.py
import os

from fastapi import FastAPI

debug = os.environ.get("DEBUG") == "1"

if debug:
    app = FastAPI(debug=True)
else:
    app = FastAPI()


def make(is_local: bool) -> FastAPI:
    return FastAPI(debug=True) if is_local else FastAPI()
