# file: app/main.py
from fastapi import Depends, FastAPI, Header
from fastapi.security import OAuth2PasswordRequestForm
from pydantic import BaseModel

app = FastAPI()


def get_current_user() -> str:
    return "me"


class Reset(BaseModel):
    token: str
    value: str


User = Depends(get_current_user)


@app.get("/a")
def read_a(user=User) -> None: ...


@app.get("/b")
def read_b(user=User) -> None: ...


@app.get("/c")
def read_c(user=User) -> None: ...


@app.get("/d")
def read_d(user=User) -> None: ...


@app.get("/e")
def read_e(user=User) -> None: ...


@app.get("/f")
def read_f(user=User) -> None: ...


@app.get("/g")
def read_g(user=User) -> None: ...


@app.get("/h")
def read_h(user=User) -> None: ...


@app.post("/users/signup")
def create_user(name: str) -> None: ...


@app.put("/new")
def renew(body: Reset) -> None: ...
