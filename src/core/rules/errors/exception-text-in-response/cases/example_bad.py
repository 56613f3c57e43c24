# file: app/main.py
import sqlite3

from fastapi import FastAPI, HTTPException

app = FastAPI()
connection = sqlite3.connect(":memory:", check_same_thread=False)


@app.get("/books/{isbn}")
def read_book(isbn: str) -> str:
    try:
        row = connection.execute("SELECT title FROM books WHERE isbn = ?", (isbn,)).fetchone()
    except Exception as error:
        raise HTTPException(status_code=500, detail=f"Failed: {error}") from error  # expect: exception-text-in-response
    return row[0]
