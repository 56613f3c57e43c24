# file: app/settings.py
import secrets
from pathlib import Path

from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings


class Mail(BaseModel):
    host: str = "localhost"
    password: str = "mail-password"


def session_secret(production: bool) -> str:
    return secrets.token_hex() if production else "not-in-production"


class Settings(BaseSettings):
    redis_url: str = Field("redis://localhost:6379", examples=["redis://cache:6379"])
    mail: Mail = Mail()
    secret: str

    @property
    def frontend(self) -> str:
        return "http://localhost:3000"


settings = Settings(secret=session_secret(Path("/run").exists()))
# file: app/compat.py
from somewhere import *
# file: app/older.py
from app.compat import BaseSettings
from redis import Redis


class Older(BaseSettings):
    cache: str = "redis://localhost:6379"


older = Older()
cache = Redis.from_url(older.cache)
# file: app/main.py
from fastapi import FastAPI
from redis import Redis
from smtplib import SMTP
from starlette.middleware.sessions import SessionMiddleware

from app.settings import settings

app = FastAPI()
app.add_middleware(SessionMiddleware, secret_key=settings.secret)
cache = Redis.from_url(settings.redis_url)
mail = SMTP(host=settings.mail.host)
