# file: app/main.py
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlalchemy import select

from app.database import Extension, factory


async def restore(names: list[str]) -> list[Extension]:
    found = []
    async with factory() as session:
        for name in names:
            rows = await session.execute(select(Extension).where(Extension.name == name))
            found.append(rows.scalar_one())
    return found


async def provision_extensions(names: list[str]) -> list[Extension]:
    async with factory() as session:
        return [
            (await session.execute(select(Extension).where(Extension.name == name))).scalar_one()
            for name in names
        ]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    await restore(app.state.names)
    yield


app = FastAPI(lifespan=lifespan)
# file: app/database.py
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

factory = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


class Base(DeclarativeBase): ...


class Extension(Base):
    __tablename__ = "extensions"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
