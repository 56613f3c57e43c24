# file: app/main.py
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Change(BaseModel):
    name: str | None = None
    age: int | None = None


@app.patch("/a/{key}")
def change_a(key: int, change: Change, row=None, partial: bool = True) -> None:
    for name, value in change.model_dump(exclude_unset=True).items():
        setattr(row, name, value)
    row.update(**change.dict(exclude_none=True))
    row.update(**change.model_dump(exclude_unset=partial))
    row.update(**change.model_dump(include=change.model_fields_set))
    row.sqlmodel_update(change)


@app.patch("/b/{key}")
def change_b(key: int, change: Change, row=None) -> None:
    for name, value in change.model_dump().items():
        if value is not None:
            setattr(row, name, value)
    values = {name: value for name, value in change.model_dump().items() if value is not None}
    row.update(**values)
