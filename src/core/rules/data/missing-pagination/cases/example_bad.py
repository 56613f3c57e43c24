from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.db import get_db
from app.models import Book
from app.schemas import BookRead

app = FastAPI()


@app.get("/books")
async def list_books(db: AsyncSession = Depends(get_db)) -> list[BookRead]:  # expect: missing-pagination
    return (await db.scalars(select(Book).order_by(Book.title))).all()
