"""The second backend, deeper."""

from fastapi import FastAPI

from app.models import Base
from app.routes import router

app = FastAPI()
app.include_router(router, prefix="/admin")
assert Base
