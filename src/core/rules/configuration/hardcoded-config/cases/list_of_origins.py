# file: app/main.py
import webbrowser

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

origins = [
    "http://localhost:3000",  # expect: hardcoded-config
    "http://localhost:3001",
    "http://127.0.0.1:3000",
]

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=origins)


def show() -> None:
    webbrowser.open("http://localhost:8000/docs")
