from enum import Enum
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from app.models import Book

app = FastAPI()


class Kind(str, Enum):
    A = "a"


@app.get("/kinds")
async def kinds() -> list[str]:
    return [kind.value for kind in Kind]


@app.get("/books/{book_id}")
async def book(book_id: int, db: AsyncSession) -> dict:
    return (await db.scalars(select(Book).where(Book.id == book_id))).one()


@app.post("/books")
async def create(db: AsyncSession) -> list[dict]:
    return (await db.scalars(select(Book))).all()
