# file: app/main.py
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class UserCreate(BaseModel):
    name: str


class UserUpdate(BaseModel):
    name: str


class OrderCreate(BaseModel):
    name: str


class OrderUpdate(BaseModel):
    name: str


class Login(BaseModel):
    name: str


@app.post("/users")
def create_user(user: UserCreate) -> None: ...


@app.put("/users")
def update_user(user: UserUpdate) -> None: ...


@app.post("/orders")
def create_order(order: OrderCreate) -> None: ...


@app.put("/orders")
def update_order(order: OrderUpdate) -> None: ...


@app.post("/login")
def log_in(login: Login) -> None: ...
