# file: app/settings.py
from pydantic_settings import BaseSettings as Base


class Mail(Base):
    host: str = "localhost"
# file: app/mails.py
from app.settings import Mail as MailSettings


class Mailer:
    def __init__(self) -> None:
        self.settings = MailSettings()  # expect: uncached-settings


def send(text: str) -> None:
    Mailer()
# file: app/main.py
from fastapi import FastAPI

from app.mails import send

app = FastAPI()


@app.post("/mails")
async def mail(text: str) -> None:
    send(text)
