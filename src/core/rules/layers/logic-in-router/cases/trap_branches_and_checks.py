# file: app/services/books.py
class BookService:
    def get(self, key: int) -> dict | None: ...
    def read(self, key: int) -> dict: ...
    def draft(self, key: int) -> dict: ...
# file: app/services/access_service.py
def assert_may_read(book: dict) -> None: ...
# file: app/routers/books.py
from app.services.access_service import assert_may_read
from app.services.books import BookService
from fastapi import APIRouter, HTTPException

router = APIRouter()


@router.get("/books/{key}")
def read(key: int, draft: bool = False) -> dict:
    service = BookService()
    book = service.get(key)
    if book is None:
        raise HTTPException(404)
    assert_may_read(book)
    if draft:
        return service.draft(key)
    return service.read(key)
# file: app/main.py
from app.routers.books import router
from fastapi import FastAPI

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: none
layers: { service: ["**/services/*.py"], router: ["**/routers/*.py"] }
