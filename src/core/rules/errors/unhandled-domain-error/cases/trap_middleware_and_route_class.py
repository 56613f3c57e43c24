# file: app/services/books.py
class BookNotFoundError(Exception):
    pass


def find(isbn: str) -> str:
    if not isbn:
        raise BookNotFoundError(isbn)
    return isbn
# file: app/main.py
from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.middleware.base import BaseHTTPMiddleware

from app.services import books


class Answers(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        try:
            return await call_next(request)
        except Exception:
            return JSONResponse(status_code=500, content={})


class AnsweringRoute(APIRoute):
    pass


app = FastAPI()
app.add_middleware(Answers)
other = FastAPI()
router = APIRouter(route_class=AnsweringRoute)


@app.get("/a")
def read(isbn: str) -> str:
    return books.find(isbn)


@router.get("/b")
def read_other(isbn: str) -> str:
    return books.find(isbn)


other.include_router(router)
app.mount("/other", other)
# file: .backend-spec.yaml
profile: layered
