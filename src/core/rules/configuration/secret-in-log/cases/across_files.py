# file: app/log.py
import structlog as sl

log = sl.get_logger()
# file: app/settings.py
from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    smtp_password: SecretStr
    stripe_api_key: str


settings = Settings()
# file: app/tokens.py
import jwt

from app.settings import settings


def access(user_id: int) -> str:
    return jwt.encode({"sub": user_id}, settings.stripe_api_key)
# file: app/service.py
from app.log import log as audit
from app.settings import settings
from app.tokens import access


def send(user_id: int) -> None:
    link = access(user_id)
    audit.info("mail.sent", password=settings.smtp_password.get_secret_value())  # expect: secret-in-log
    audit.bind(user=user_id).warning("mail.link", link=link)  # expect: secret-in-log
    audit.error("stripe", extra={"key": settings.stripe_api_key})  # expect: secret-in-log
    audit.info("mail", password=settings.smtp_password)
