from typing import Annotated
from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from app.models import Book

app = FastAPI()


class Paging:
    def __init__(self, page: int = 1, per_page: int = 20):
        self.page = page


class Build:
    def __call__(self, offset: int = 0) -> dict: ...


@app.get("/a")
async def a(db: AsyncSession, paging: Annotated[Paging, Depends()]) -> list[dict]:
    return (await db.scalars(select(Book))).all()


@app.get("/b")
async def b(db: AsyncSession, given: dict = Depends(Build())) -> list[dict]:
    return (await db.scalars(select(Book))).all()
