"""Order: routes added to a router after it was included, routers included after their parent was, routes after a mount."""

from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter(prefix="/early")
child = APIRouter(prefix="/child")
sub = FastAPI()


@router.get("/before")
def before() -> str:
    return ""


app.include_router(router)
app.mount("/sub", sub)
router.include_router(child)


@router.get("/after")
def after() -> str:
    return ""


@child.get("/late")
def late() -> str:
    return ""


@sub.get("/after-mount")
def after_mount() -> str:
    return ""


app.include_router(child, prefix="/again")
