"""Edges of paths: no slash between prefix and path, empty prefixes, converters, mounts with trailing slashes, root paths."""

from fastapi import APIRouter, FastAPI

app = FastAPI(root_path="/proxy", openapi_prefix="") if False else FastAPI(root_path="/proxy")
router = APIRouter(prefix="/p")
bare = APIRouter()
sub = FastAPI(root_path="/ignored")
root_sub = FastAPI()


@router.get("")
def empty() -> str:
    return ""


@router.get("tail")
def glued() -> str:
    return ""


@router.get(":search")
def colon() -> str:
    return ""


@router.get("/{a}-{b}.{ext}")
def several(a: str, b: str, ext: str) -> str:
    return ""


@router.get("/{n:int}/{u:uuid}/{rest:path}")
def converted(n: int, u: str, rest: str) -> str:
    return ""


@router.get("//double")
def double() -> str:
    return ""


@bare.get("/bare", name="x")
def bare_route() -> str:
    return ""


@sub.get("/")
def sub_root() -> str:
    return ""


@root_sub.get("/leaf/")
def leaf() -> str:
    return ""


app.include_router(router)
app.include_router(router, prefix="/{lang}")
app.include_router(bare, prefix="")
app.mount("/trailing/", sub)
app.mount("", root_sub)
