# file: shop/main.py
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def root() -> None: ...
# file: shop/reports/models.py
# file: shop/reports/views.py
def draw() -> str:
    return "no route"
# file: shop/reports/helpers.py
