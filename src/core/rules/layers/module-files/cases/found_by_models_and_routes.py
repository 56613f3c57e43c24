# file: shop/main.py
from fastapi import FastAPI
from shop.books.views import router as books

app = FastAPI()
app.include_router(books)
# file: shop/books/__init__.py
"""No repository, schemas, service or router."""  # expect: module-files
# file: shop/books/models.py
# file: shop/books/password.py
import secrets  # expect: module-files
# file: shop/books/views.py
from fastapi import APIRouter as Routes  # expect: module-files

router = Routes()


@router.get("/books")
def books() -> list[int]:
    return []
# file: shop/services/books/__init__.py
# file: shop/services/books/prices.py
# file: shop/core/models.py
# file: shop/core/config.py
