# file: app/main.py
import logging

from fastapi import FastAPI, HTTPException

logger = logging.getLogger(__name__)
app = FastAPI()
books = {"978-1": "Emma"}


@app.get("/books/{isbn}")
def read_book(isbn: str) -> str:
    try:
        if isbn not in books:
            raise HTTPException(status_code=404, detail="No such book")  # expect: http-exception-swallowed
        return books[isbn]
    except Exception as error:
        logger.exception("Reading a book failed")
        raise HTTPException(status_code=500, detail="Something went wrong") from error
