# file: app/main.py
from fastapi import APIRouter, Depends, FastAPI

app = FastAPI()
few = APIRouter(prefix="/few")
mixed = APIRouter(prefix="/mixed")


def get_current_user() -> str:
    return "me"


@few.get("/a")
def few_a(user=Depends(get_current_user)) -> None: ...


@few.delete("/b")
def few_b() -> None: ...


@mixed.get("/a")
def mixed_a(user=Depends(get_current_user)) -> None: ...


@mixed.get("/b")
def mixed_b(user=Depends(get_current_user)) -> None: ...


@mixed.get("/c")
def mixed_c() -> None: ...


@mixed.delete("/c")
def mixed_d() -> None: ...


@app.get("/a")
def read_a(user=Depends(get_current_user)) -> None: ...


@app.get("/b")
def read_b(user=Depends(get_current_user)) -> None: ...


@app.get("/c")
def read_c(user=Depends(get_current_user)) -> None: ...


@app.get("/open")
def read_open() -> None: ...


app.include_router(few)
app.include_router(mixed)
