"""Modules imported by literal names with importlib, versions with modules of the same names, routers found by getattr."""

import importlib
from importlib import import_module

from fastapi import FastAPI

from api import v1, v2

app = FastAPI()

for name in ["users", "items"]:
    module = importlib.import_module(f"api.v1.{name}")
    app.include_router(module.router, prefix="/v1")

app.include_router(import_module("api.v2.users").router, prefix="/v2")
app.include_router(getattr(v1.users, "admin_router"))
assert v2
