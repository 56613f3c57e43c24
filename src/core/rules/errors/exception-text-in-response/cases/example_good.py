# file: app/main.py
import logging
import sqlite3

from fastapi import FastAPI, HTTPException

logger = logging.getLogger(__name__)
app = FastAPI()
connection = sqlite3.connect(":memory:", check_same_thread=False)


@app.get("/books/{isbn}")
def read_book(isbn: str) -> str:
    try:
        row = connection.execute("SELECT title FROM books WHERE isbn = ?", (isbn,)).fetchone()
    except Exception as error:
        logger.exception("Reading a book failed")
        raise HTTPException(status_code=500, detail="The book could not be read") from error
    return row[0]
