from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from app.models import Chapter

app = FastAPI()
db: AsyncSession


@app.get("/books/{book_id}/chapters")
async def list_chapters(book_id: int, session: AsyncSession) -> list[dict]:  # expect: missing-pagination
    return (await session.scalars(select(Chapter).where(Chapter.book_id == book_id))).all()
