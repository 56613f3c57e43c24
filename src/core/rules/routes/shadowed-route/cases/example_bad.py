# file: app/main.py
from fastapi import FastAPI

app = FastAPI()


@app.get("/books/{book_id}")
def read_book(book_id: int) -> dict[str, int]:
    return {"id": book_id}


@app.get("/books/newest")  # expect: shadowed-route
def read_newest_book() -> dict[str, int]:
    return {"id": 7}
