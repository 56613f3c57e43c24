"""The 1.4 style: declarative_base(), Column, a base class given, as_declarative, mapper arguments, plain types."""

from fastapi import FastAPI

from legacy import Base, CustomBase, Decorated

app = FastAPI()


@app.get("/bases")
def bases() -> int:
    return len({Base, CustomBase, Decorated})
