# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Book(Base):
    __tablename__ = "books"

    id: Mapped[int] = mapped_column(primary_key=True)
# file: app/crud.py
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Book as Row


async def list_books(db: AsyncSession) -> Sequence[Row]:
    return (await db.scalars(select(Row))).all()


async def find_book(db: AsyncSession, key: int) -> Row | None:
    return (await db.execute(select(Row).where(Row.id == key))).scalar_one_or_none()
# file: app/main.py
from typing import Any

import fastapi
from fastapi import HTTPException
from sqlalchemy.ext.asyncio import AsyncSession

from app import crud
from app.models import Book

app = fastapi.FastAPI()


@app.get("/books")
async def read_books(db: AsyncSession = fastapi.Depends()):
    return await crud.list_books(db)  # expect: orm-in-response


@app.get("/books/{key}")
async def read_book(key: int, db: AsyncSession = fastapi.Depends()) -> Any:
    book = await crud.find_book(db, key)
    if book is None:
        raise HTTPException(404)
    return book  # expect: orm-in-response


@app.post("/books")
async def add_book(db: AsyncSession = fastapi.Depends()):
    book = Book(id=1)
    db.add(book)
    return book  # expect: orm-in-response
