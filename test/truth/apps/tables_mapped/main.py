"""SQLAlchemy 2: Mapped and mapped_column, types inferred from annotations, nullability in all its spellings."""

from fastapi import FastAPI

import models

app = FastAPI()


@app.get("/tables")
def tables() -> list[str]:
    return list(models.Base.metadata.tables)
