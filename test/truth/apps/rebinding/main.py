"""Names bound more than once: two routers under one name, chained, annotated and walrus assignments, shadowed handlers."""

from fastapi import APIRouter, FastAPI

app = FastAPI()
router = first = APIRouter(prefix="/first")


@router.get("/x")
def handler() -> str:
    return ""


app.include_router(router)
router: APIRouter = APIRouter(prefix="/second")


@router.get("/x")
def handler() -> str:  # noqa: F811
    return ""


@first.get("/y")
@router.get("/y")
def other() -> str:
    return ""


app.include_router(router)
app.include_router((third := APIRouter(prefix="/third")))


@third.get("/x")
def third_x() -> str:
    return ""


PREFIX = "/one"
app.include_router(third, prefix=PREFIX)
PREFIX = "/two"
app.include_router(third, prefix=PREFIX)
PREFIX += "/more"
app.include_router(third, prefix=PREFIX)
left, right = APIRouter(prefix="/left"), APIRouter(prefix="/right")
(a, b), *rest = [(left, right)]
a.add_api_route("/x", third_x)
b.add_api_route("/x", third_x)
both = [left, *[right]]
for router in both:
    app.include_router(router)
app.include_router(router, prefix="/after-loop")
with_default = None or left
app.include_router(with_default, prefix="/or" if not rest else "/never")
