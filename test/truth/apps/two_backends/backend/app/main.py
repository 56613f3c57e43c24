"""The first backend; its package is called `app` like the other's."""

from fastapi import FastAPI

from app.models import Base
from app.routes import router

app = FastAPI()
app.include_router(router, prefix="/backend")
assert Base
