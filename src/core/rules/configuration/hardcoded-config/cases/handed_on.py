# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


def default_callbacks() -> list[str]:
    return ["http://localhost:8000/callback"]  # expect: hardcoded-config


class Client(Base):
    __tablename__ = "clients"
    id: Mapped[int] = mapped_column(primary_key=True)
    callbacks: Mapped[str] = mapped_column(default=default_callbacks)
# file: app/routes.py
from fastapi import APIRouter, Request

from app.models import Client
from app.oauth import oauth

router = APIRouter()


@router.post("/clients")
def create_client() -> None:
    Client(callbacks="http://127.0.0.1:3000/done")  # expect: hardcoded-config


@router.get("/login")
async def login(request: Request, in_production: bool):
    target = None
    if not in_production:
        target = "http://localhost:3000/login"  # expect: hardcoded-config
    return await oauth.create_client("oidc").authorize_redirect(request, target)
# file: app/oauth.py
from authlib.integrations.starlette_client import OAuth

oauth = OAuth()
