"""What wins: columns overridden by subclasses and mixins, removed, merged table arguments, mixin order, class decorators."""

from fastapi import FastAPI

import models

app = FastAPI()


@app.get("/tables")
def tables() -> int:
    return len(models.Base.metadata.tables)
