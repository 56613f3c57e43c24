from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Point(BaseModel):
    x: int


class Line(BaseModel):
    start: Point


class Shape(BaseModel):
    lines: list[Line]


class Drawing(BaseModel):
    shapes: list[Shape]
    frame: Shape


@app.post("/drawings")
def create_drawing(drawing: Drawing) -> None: ...
