# file: app/db.py
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

engine = create_async_engine("sqlite+aiosqlite://")
Factory = sessionmaker(bind=engine, class_=AsyncSession)


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Team(Base):
    __tablename__ = "teams"

    id: Mapped[int] = mapped_column(primary_key=True)


async def get_db():
    async with Factory() as db:
        yield db


# file: app/service.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.db import Factory, User


async def again(db: AsyncSession, user: User):
    await db.refresh(user)


async def refreshed(db: AsyncSession, name: str):
    user = User(name=name)
    db.add(user)
    await db.flush()
    key = user.id
    await db.commit()
    await db.refresh(instance=user)
    return user.id, key


async def helped(db: AsyncSession, name: str):
    user = User(name=name)
    db.add(user)
    await db.commit()
    await again(db, user)
    return user.id


async def loaded_again(db: AsyncSession, id: int):
    user = await db.get(User, id)
    user.name = "x"
    await db.commit()
    await db.execute(select(User).where(User.id == id))
    return user.name


async def set_again(db: AsyncSession, user_id: int):
    user = await db.get(User, user_id)
    await db.commit()
    user.name = "y"
    name = user.name
    user = await db.get(User, user_id)
    return name, user.id


async def awaited(db: AsyncSession, name: str):
    user = User(name=name)
    db.add(user)
    await db.commit()
    return await user.awaitable_attrs.id


async def deleted(db: AsyncSession, id: int):
    user = await db.get(User, id)
    await db.delete(user)
    await db.commit()
    return user.name


async def other_session(db: AsyncSession, id: int):
    user = await db.get(User, id)
    async with Factory() as own:
        await own.commit()
    return user.name


async def left(db: AsyncSession, name: str, keep: bool):
    user = User(name=name)
    if keep:
        db.add(user)
        await db.commit()
        return None
    return user.name
