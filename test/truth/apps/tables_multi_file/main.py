"""Models over several files: async base, cycles under TYPE_CHECKING, keys across files, names of the same class twice."""

from fastapi import FastAPI

from db import models

app = FastAPI()


@app.get("/models")
def all_models() -> list[str]:
    return models.__all__
