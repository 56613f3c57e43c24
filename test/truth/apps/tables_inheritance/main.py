"""Single-table, joined and concrete inheritance; polymorphic columns; a subclass without a table name of its own."""

from fastapi import FastAPI

import people

app = FastAPI()


@app.get("/kinds")
def kinds() -> list[str]:
    return [m.class_.__name__ for m in people.Base.registry.mappers]
