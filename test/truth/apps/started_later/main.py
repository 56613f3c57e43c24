"""What is not there at import: routes added in a lifespan, at start-up or by a request; a frontend folder and static files."""

from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from starlette.staticfiles import StaticFiles

late = APIRouter(prefix="/late")


@late.get("/x")
def late_x() -> str:
    return ""


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.include_router(late)
    yield


app = FastAPI(lifespan=lifespan, docs_url="/documentation", redoc_url=None)


@app.post("/grow")
def grow() -> str:
    @app.get("/grown")
    def grown() -> str:
        return ""

    return ""


app.mount("/static", StaticFiles(directory=".", check_dir=False), name="static")
