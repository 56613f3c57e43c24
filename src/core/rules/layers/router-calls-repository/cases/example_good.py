from fastapi import APIRouter, FastAPI

from shop.db import DbSession
from shop.modules.books.service import BookService

router = APIRouter(prefix="/books")
app = FastAPI()


@router.get("/{book_id}")
async def read_book(book_id: int, db: DbSession) -> dict:
    return await BookService(db).read(book_id)


app.include_router(router)
