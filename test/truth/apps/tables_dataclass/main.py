"""MappedAsDataclass in the base, in a mixin and as a decorator; dataclass options beside those of the column."""

from fastapi import FastAPI

from models import Base, reg

app = FastAPI()


@app.get("/both")
def both() -> int:
    return len(Base.metadata.tables) + len(reg.metadata.tables)
