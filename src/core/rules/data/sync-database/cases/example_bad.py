# file: app/books.py
from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import get_session
from app.models import Book

router = APIRouter()


@router.get("/books/{book_id}")
async def read_book(book_id: int, session: Session = Depends(get_session)):
    return session.execute(select(Book).where(Book.id == book_id)).scalar_one()  # expect: sync-database
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
