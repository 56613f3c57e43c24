# file: app/db.py
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

SessionLocal = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/shop"))
ReportSession = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/reports"))


async def get_db():
    async with SessionLocal() as session:
        yield session
# file: app/services/books.py
import asyncio

from app.db import SessionLocal
from sqlalchemy import text


class BookService:
    def __init__(self, session) -> None:
        self.session = session

    async def one(self, key: int) -> int:
        async with SessionLocal() as session:
            return await session.scalar(text("select 1"))

    async def later(self) -> None:
        async with SessionLocal() as session:
            await session.scalar(text("select 1"))

    async def logged(self) -> None:
        async with SessionLocal() as session:
            await session.scalar(text("select 1"))

    async def read(self) -> int:
        asyncio.create_task(self.logged())
        found = [self.one(key) for key in (1, 2)]
        async with asyncio.TaskGroup() as group:
            group.create_task(self.one(3))
        return sum(await asyncio.gather(self.one(4), *found))
# file: app/api/books.py
from app.db import get_db
from app.services.books import BookService
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

router = APIRouter()


@router.get("/books")
async def read(tasks: BackgroundTasks, session: AsyncSession = Depends(get_db)) -> int:
    service = BookService(session)
    tasks.add_task(service.later)
    return await service.read()


app = FastAPI()
app.include_router(router)
