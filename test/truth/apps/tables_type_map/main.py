"""Annotated aliases with mapped_column in them, type_annotation_map, TypeAliasType, NewType and a registry."""

from __future__ import annotations

from fastapi import FastAPI

import models
from aliases import Base

app = FastAPI()


@app.get("/count")
def count() -> int:
    return len(Base.metadata.tables) + len(models.__all__)
