"""The routers and the base of the users' table."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy import Boolean, String
from sqlalchemy.orm import Mapped, mapped_column


class BaseUserTable[ID]:
    __tablename__ = "user"

    if TYPE_CHECKING:
        id: ID
        email: str
        is_active: bool
    else:
        email: Mapped[str] = mapped_column(String(length=320), unique=True, index=True, nullable=False)
        is_active: Mapped[bool] = mapped_column(Boolean, default=True, nullable=False)


class Users[U]:
    def __init__(self, model: type[U]) -> None:
        self.model = model

    def current_user(self, active: bool = False) -> Callable[[], Any]:
        def dependency() -> Any:
            return self.model

        return dependency

    def get_auth_router(self) -> APIRouter:
        return make_auth_router()

    def get_register_router(self, read: type[BaseModel], create: type[BaseModel]) -> APIRouter:
        router = APIRouter()

        @router.post("/register", response_model=read, status_code=201, name="register:register")
        async def register() -> Any:
            return create

        return router

    def get_users_router(self, read: type[BaseModel], requires_verification: bool = False) -> APIRouter:
        router = APIRouter()

        @router.get("/{id}", response_model=read)
        async def get_user(id: str) -> Any:
            return None

        async def delete_user(id: str) -> None: ...

        router.delete("/{id}", status_code=204)(delete_user)
        if requires_verification:
            router.add_api_route("/{id}/verify", delete_user, methods=["POST"])
        return router


def make_auth_router() -> APIRouter:
    router = APIRouter()

    @router.post("/login")
    def login() -> str:
        return ""

    @router.post("/logout", status_code=204)
    def logout() -> None: ...

    return router
