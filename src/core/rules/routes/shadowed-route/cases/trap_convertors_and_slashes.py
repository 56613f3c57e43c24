# file: app/main.py
from uuid import UUID

from fastapi import FastAPI

app = FastAPI()


@app.get("/users/{user_id:uuid}")
def read_user(user_id: UUID) -> str:
    return str(user_id)


@app.get("/users/create")
def create_form() -> str:
    return "form"


@app.get("/teams/{team_id:int}/")
def read_team(team_id: int) -> str:
    return str(team_id)


@app.get("/teams/{name}/")
def read_team_by_name(name: str) -> str:
    return name


@app.get("/books/{isbn}")
def read_book(isbn: str) -> str:
    return isbn


@app.get("/books/newest/")
def read_newest() -> str:
    return "newest"


@app.get("/books/{isbn}/cover")
def read_cover(isbn: str) -> str:
    return isbn


@app.get("/books/")
def list_books() -> list[str]:
    return []


@app.get("/files/{name:slug}")
def read_file(name: str) -> str:
    return name


@app.get("/files/latest")
def read_latest() -> str:
    return "latest"
