# file: app/books.py
from fastapi import APIRouter as Routes

router = Routes(prefix="/books")


@router.get("/{isbn}/{part:path}")
def read_part(isbn: str, part: str) -> str:
    return isbn + part


@router.delete("/{isbn}")
def delete_book(isbn: str) -> None: ...
# file: app/reviews.py
from fastapi import APIRouter

router = APIRouter()
editors = APIRouter()


@router.get("/{isbn}/reviews")  # expect: shadowed-route
def list_reviews(isbn: str) -> list[str]:
    return []


def read_review(isbn: str, number: int) -> str:  # expect: shadowed-route
    return isbn


router.add_api_route("/{isbn}/reviews/{number:int}", read_review)


@editors.delete("/all")  # expect: shadowed-route
def delete_everything() -> None: ...


@editors.get("/all")
def read_everything() -> list[str]:
    return []
# file: app/main.py
from fastapi import FastAPI

from app import books, reviews


def create_app(with_editors: bool) -> FastAPI:
    app = FastAPI()
    app.include_router(books.router, prefix="/api")
    app.include_router(reviews.router, prefix="/api/books")
    if with_editors:
        app.include_router(reviews.editors, prefix="/api/books")
    return app
