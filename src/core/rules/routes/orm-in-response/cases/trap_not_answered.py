# file: app/main.py
from fastapi import FastAPI
from pydantic import BaseModel, Field, SecretStr

app = FastAPI()


class Register(BaseModel):
    name: str
    password: str


class Connection(BaseModel):
    host: str
    password: str


class Job(BaseModel):
    connection: Connection


class Account(BaseModel):
    name: str
    password: SecretStr
    password_hash: str = Field(exclude=True)
    password_hash_rounds: int
    has_password: bool


class Stored(BaseModel):
    name: str
    hashed_password: str


class Login(BaseModel):
    access_token: str


@app.post("/register")
def register(body: Register) -> Account: ...


@app.get("/stored", response_model=Stored, response_model_exclude={"hashed_password"})
def read_stored(): ...


@app.get("/job")
def read_job() -> Job: ...


@app.post("/login")
def login() -> Login: ...
