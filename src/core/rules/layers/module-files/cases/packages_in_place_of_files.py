# file: shop/main.py
from fastapi import FastAPI
from shop.books.routes.v1.books import router as books

app = FastAPI()
app.include_router(books)
# file: shop/books/__init__.py
# file: shop/books/models/__init__.py
"""Models."""  # expect: module-files
# file: shop/books/models/book.py
# file: shop/books/routes/__init__.py
"""Routes."""  # expect: module-files
# file: shop/books/routes/v1/books.py
from fastapi import APIRouter

router = APIRouter()


@router.get("/books")
def books() -> list[int]:
    return []
# file: shop/books/schemas.py
# file: shop/books/service.py
# file: shop/books/repository.py
# file: shop/books/router.py
