# file: app/models.py
from datetime import datetime

from sqlalchemy import DateTime
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column()
    tier_id: Mapped[int] = mapped_column()
    deleted_at: Mapped[datetime | None] = mapped_column(DateTime)
    is_deleted: Mapped[bool] = mapped_column(default=False)


class Tier(Base):
    __tablename__ = "tiers"
    id: Mapped[int] = mapped_column(primary_key=True)
# file: app/crud.py
from fastcrud import FastCRUD

from app.models import Tier, User

CRUDUser = FastCRUD[User, dict, dict]
crud_users = CRUDUser(User)
crud_tiers = FastCRUD(Tier)
# file: app/api.py
from app.crud import crud_tiers, crud_users


async def one(db, name: str):
    return await crud_users.get(db=db, name=name, is_deleted=False)


async def page(db):
    return await crud_users.get_multi(db, limit=10, is_deleted=False)


async def newest(db):
    return await crud_users.get(db=db, id=5, is_deleted=False)


async def tier(db, name: str):
    user = await crud_users.get(db=db, name=name)  # expect: missing-soft-delete-filter
    return await crud_tiers.get(db=db, id=user["tier_id"])


async def make(db, user):
    if await crud_users.exists(db=db, name=user.name):
        return None
    created = await crud_users.create(db=db, object=user)
    return await crud_users.get(db=db, id=created.id)
