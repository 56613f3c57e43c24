# file: app/books.py
from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.database import get_session
from app.models import Book

router = APIRouter()


@router.get("/books/{book_id}")
async def read_book(book_id: int, session: AsyncSession = Depends(get_session)):
    return await session.scalar(select(Book).where(Book.id == book_id))
# file: app/database.py
def get_session(): ...
# file: app/models.py
class Book:
    id = 1
# file: app/main.py
from fastapi import FastAPI

from app import books

app = FastAPI()
app.include_router(books.router)
