# file: app/main.py
import json
from pathlib import Path

from fastapi import FastAPI

app = FastAPI()

HERE = Path(__file__).parent
TEXTS = HERE / "texts.json"


class Texts:
    def __init__(self, path: Path) -> None:
        self.path = path

    def every(self) -> dict:
        with self.path.open(encoding="utf-8") as file:
            return json.load(file)


texts = Texts(TEXTS)


@app.get("/path-open")
async def path_open():
    with TEXTS.open() as file:  # expect: blocking-call-in-async
        return json.load(file)


@app.get("/of-an-object")
async def of_an_object():
    return texts.every()  # expect: blocking-call-in-async


@app.get("/named")
async def named():
    with open(HERE / "data" / "texts.json", "rb") as file:  # expect: blocking-call-in-async
        return json.load(file)


@app.get("/written")
async def written():
    with TEXTS.open("w") as file:  # expect: blocking-call-in-async
        file.write("{}")


@app.get("/asked-for")
async def asked_for(name: str):
    with open(HERE / name) as file:  # expect: blocking-call-in-async
        return json.load(file)
