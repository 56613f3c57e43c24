# file: app/db.py
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

SessionLocal = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/shop"))
ReportSession = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/reports"))


async def get_db():
    async with SessionLocal() as session:
        yield session
# file: app/services/books.py
from app.db import ReportSession, SessionLocal
from sqlalchemy import text


class BookService:
    def __init__(self, session) -> None:
        self.session = session

    async def later(self) -> None: ...

    async def audit(self) -> None:
        """Writes in a transaction of its own: an independent session keeps it when the request fails."""
        async with SessionLocal() as session:
            await session.scalar(text("select 1"))

    async def report(self) -> int:
        async with ReportSession() as session:
            return await session.scalar(text("select 1"))

    async def count(self, session=None) -> int:
        if session is None:
            async with SessionLocal() as session:
                return await self.count(session)
        return await session.scalar(text("select 1"))

    async def read(self) -> int:
        await self.audit()
        # A separate session: the failure is to be kept.
        async with SessionLocal() as session:
            await session.scalar(text("select 1"))
        try:
            return await self.report() + await self.count()
        except ValueError:
            async with SessionLocal() as session:
                await session.scalar(text("select 1"))
            raise
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
