"""Packages without __init__.py, and one split over folders with relative imports."""

import area.north.routes
from area.south import routes as south
from fastapi import FastAPI

app = FastAPI()
app.include_router(area.north.routes.router)
app.include_router(south.router)
