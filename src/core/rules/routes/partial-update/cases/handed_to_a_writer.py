# file: app/main.py
from fastapi import FastAPI
from sqlmodel import Field, SQLModel
from tortoise.models import Model

app = FastAPI()


class User(Model):
    pass


class UserChange(SQLModel):
    name: str | None = None
    age: int | None = Field(default=None)


@app.patch("/users/{user_id}")
async def change_user(user_id: int, change: UserChange, crud=None) -> None:
    await User.filter(id=user_id).update(**change.dict())  # expect: partial-update
    await crud.update(db_obj=user_id, obj_in=change.model_dump())  # expect: partial-update
