from fastapi import FastAPI
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from app.models import Book

app = FastAPI()


async def newest(db: AsyncSession):
    return (await db.scalars(select(Book).order_by(Book.id).limit(10))).all()


@app.get("/newest")
async def read_newest(db: AsyncSession) -> list[dict]:
    return await newest(db)


@app.get("/counts")
async def read_counts(db: AsyncSession) -> list[dict]:
    return (await db.execute(select(func.count(Book.id)).group_by(Book.kind))).all()
