# file: app/main.py
from fastapi import Depends, FastAPI, Request

app = FastAPI()


def get_db(request: Request) -> object:
    return request.app.state.db


def get_current_user(db=Depends(get_db)) -> str:
    return "me"


@app.get("/a")
def read_a(user: str = Depends(get_current_user)) -> None: ...


@app.get("/b")
def read_b(user: str = Depends(get_current_user)) -> None: ...


@app.get("/c")
def read_c(user: str = Depends(get_current_user)) -> None: ...


@app.delete("/c")
def delete_c(request: Request, db=Depends(get_db)) -> None:  # expect: unauthenticated-sibling
    print(request.client)
