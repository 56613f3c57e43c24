# file: main.py
from fastapi import FastAPI
from app.routes.books import router as books

app = FastAPI()
app.include_router(books)
# file: app/models.py
# file: app/config.py
# file: app/routes/__init__.py
# file: app/routes/books.py
from fastapi import APIRouter

router = APIRouter()


@router.get("/books")
def books() -> list[int]:
    return []
