"""Foreign, primary and unique keys and indexes: on columns, in __table_args__ of every form, outside the class; schemas."""

from fastapi import FastAPI

import keys

app = FastAPI()


@app.get("/schema")
def schema() -> str | None:
    return keys.Base.metadata.schema
