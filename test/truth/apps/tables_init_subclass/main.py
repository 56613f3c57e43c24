"""Table names changed in __init_subclass__ and in a metaclass-free base, prefixes in foreign keys, MetaData with a schema."""

from fastapi import FastAPI

from models import Base

app = FastAPI()


@app.get("/tables")
def tables() -> list[str]:
    return list(Base.metadata.tables)
