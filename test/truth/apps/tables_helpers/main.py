"""Columns by helper functions, partials, wrappers of mapped_column, own Column classes and loops over attributes."""

from fastapi import FastAPI

import models

app = FastAPI()


@app.get("/helpers")
def helpers() -> str:
    return models.Doc.__tablename__
