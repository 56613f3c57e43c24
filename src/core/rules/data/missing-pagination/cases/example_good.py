from typing import Annotated

from fastapi import Depends, FastAPI, Query
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.db import get_db
from app.models import Book
from app.schemas import BookRead

app = FastAPI()


@app.get("/books")
async def list_books(
    limit: Annotated[int, Query(le=100)] = 20, db: AsyncSession = Depends(get_db)
) -> list[BookRead]:
    return (await db.scalars(select(Book).order_by(Book.title).limit(limit))).all()
