"""The application of a package under src/, with models in a neighbour."""

from fastapi import FastAPI

from shop.api import router
from shop.db import models as _models

app = FastAPI()
app.include_router(router)
assert _models
