# file: shop/db.py
from collections.abc import AsyncIterator

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

SessionLocal = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/shop"))


async def get_db() -> AsyncIterator[AsyncSession]:
    async with SessionLocal() as session:
        yield session
# file: shop/modules/books/service.py
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


class BookService:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def count(self) -> int:
        return await self.session.scalar(text("select count(*) from books"))
# file: shop/modules/books/router.py
from fastapi import APIRouter, Depends
from sqlalchemy.ext.asyncio import AsyncSession

from shop.db import get_db
from shop.modules.books.service import BookService

router = APIRouter()


@router.get("/books/count")
async def count_books(session: AsyncSession = Depends(get_db)) -> int:
    return await BookService(session).count()
# file: shop/main.py
from fastapi import FastAPI

from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular
