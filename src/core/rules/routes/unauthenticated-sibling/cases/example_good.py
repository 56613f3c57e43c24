# file: app/main.py
from fastapi import Depends, FastAPI
from fastapi.security import HTTPBasic, HTTPBasicCredentials

app = FastAPI()
basic = HTTPBasic()
books = {"978-1": "Emma"}


def get_librarian(credentials: HTTPBasicCredentials = Depends(basic)) -> str:
    return credentials.username


@app.get("/books")
def list_books(librarian: str = Depends(get_librarian)) -> dict[str, str]:
    return books


@app.post("/books/{isbn}")
def add_book(isbn: str, title: str, librarian: str = Depends(get_librarian)) -> None:
    books[isbn] = title


@app.put("/books/{isbn}")
def rename_book(isbn: str, title: str, librarian: str = Depends(get_librarian)) -> None:
    books[isbn] = title


@app.delete("/books/{isbn}")
def delete_book(isbn: str, librarian: str = Depends(get_librarian)) -> None:
    del books[isbn]
