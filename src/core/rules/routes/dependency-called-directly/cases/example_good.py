# file: app/main.py
from fastapi import Depends, FastAPI

app = FastAPI()


class Catalogue:
    def titles(self) -> list[str]:
        return ["Emma"]


def get_catalogue() -> Catalogue:
    return Catalogue()


def list_titles(catalogue: Catalogue = Depends(get_catalogue)) -> list[str]:
    return catalogue.titles()


@app.get("/books")
def read_books(titles: list[str] = Depends(list_titles)) -> list[str]:
    return titles
