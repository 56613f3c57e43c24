"""Columns and names from mixins at several levels, declared_attr, abstract bases and the base itself."""

from fastapi import FastAPI

import shop

app = FastAPI()


@app.get("/names")
def names() -> list[str]:
    return sorted(shop.Base.metadata.tables)
