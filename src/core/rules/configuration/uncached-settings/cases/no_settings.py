# file: app/main.py
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Settings(BaseModel):
    title: str = "Shop"


@app.get("/")
def title() -> str:
    return Settings().title
