"""Home-made controllers: a class decorator that collects marked methods and adds them to a router of its own."""

from fastapi import FastAPI

import users
from web import all_controllers

app = FastAPI()
for made in all_controllers():
    app.include_router(made, prefix="/api")
app.include_router(users.Plain(prefix="/plain").router)
app.include_router(users.Registered.router)
