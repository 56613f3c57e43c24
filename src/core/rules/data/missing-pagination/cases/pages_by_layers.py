# file: shop/main.py
from fastapi import FastAPI

from shop.users import router

app = FastAPI()
app.include_router(router.router)
# file: shop/users/router.py
from typing import Annotated

from fastapi import APIRouter, Depends

from shop.users.schemas import UserRead
from shop.users.service import UserService

router = APIRouter(prefix="/users")


@router.get("")
async def list_users(  # expect: missing-pagination
    service: Annotated[UserService, Depends()],
    is_active: bool = True,
) -> list[UserRead]:
    return await service.list_users(is_active)


@router.get("/limits")
async def list_limits(limit_of: str, service: Annotated[UserService, Depends()]) -> list[UserRead]:  # expect: missing-pagination
    limit = len(limit_of)
    return [user for user in await service.list_users(limit > 1)]
# file: shop/users/service.py
from typing import Annotated

from fastapi import Depends

from shop.users.models import User
from shop.users.repository import UserRepository


class UserService:
    def __init__(self, repository: Annotated[UserRepository, Depends()]) -> None:
        self.repository = repository

    async def list_users(self, is_active: bool) -> list[User]:
        return await self.repository.list_active() if is_active else []
# file: shop/users/repository.py
from typing import Annotated

from fastapi import Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.db import get_session
from shop.users.models import User


class UserRepository:
    def __init__(self, session: Annotated[AsyncSession, Depends(get_session)]) -> None:
        self.session = session

    async def list_active(self) -> list[User]:
        result = await self.session.execute(
            select(User).where(User.is_active).order_by(User.id),
        )
        return list(result.scalars().all())
# file: shop/users/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    is_active: Mapped[bool]
# file: shop/users/schemas.py
from pydantic import BaseModel


class UserRead(BaseModel):
    id: int
# file: shop/db.py
from collections.abc import AsyncIterator

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

sessions = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


async def get_session() -> AsyncIterator[AsyncSession]:
    async with sessions() as session:
        yield session
