# file: app/main.py
from fastapi import FastAPI
from app.routers.books import router as books

app = FastAPI()
app.include_router(books)
# file: app/models/book.py
# file: app/routers/books.py
from fastapi import APIRouter

router = APIRouter()


@router.get("/books")
def books() -> list[int]:
    return []
# file: app/services/books/__init__.py
# file: app/services/books/prices.py
# file: app/helpers.py
