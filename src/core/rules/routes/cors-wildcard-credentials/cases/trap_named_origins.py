# file: app/settings.py
import os

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    origins: list[str] = ["http://localhost:3000"]
    pattern: str = r"https?://localhost(:\d+)?"


settings = Settings()
# file: app/main.py
import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from app.settings import settings

app = FastAPI()
app.add_middleware(
    CORSMiddleware,
    allow_origins=settings.origins,
    allow_origin_regex=settings.pattern,
    allow_methods=["*"],
    allow_headers=["*"],
    allow_credentials=True,
)
app.add_middleware(
    CORSMiddleware,
    allow_origin_regex=r"https://.*\.shop\.example",
    allow_credentials=True,
)
app.add_middleware(
    CORSMiddleware, allow_origins=os.environ["ORIGINS"].split(","), allow_credentials=True
)
