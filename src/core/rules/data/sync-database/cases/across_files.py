# file: app/main.py
from fastapi import Depends, FastAPI

from app.crud import find_user, save_user
from app.service import UserService

app = FastAPI()


async def current_user(token: str):
    return find_user(token)  # expect: sync-database


@app.get("/users/{user_id}")
async def read_user(user_id: int, user=Depends(current_user)):
    return UserService().load(user_id)  # expect: sync-database


@app.post("/users")
async def create_user(name: str):
    await store(name)


async def store(name: str):
    save_user(name)  # expect: sync-database
# file: app/service.py
from app.crud import find_user


class UserService:
    def load(self, user_id: int):
        return self.find(user_id)

    def find(self, user_id: int):
        return find_user(user_id)
# file: app/crud.py
from sqlalchemy import text

from app.database import Local


def find_user(user_id):
    with Local() as session:
        return session.execute(text("SELECT 1")).first()


def save_user(name: str):
    with Local.begin() as session:
        session.execute(text("SELECT 2"))
    with Local() as session:
        session.add(name)
        session.commit()
# file: app/database.py
from sqlalchemy import create_engine as make_engine  # the names of the library are not asked for
from sqlalchemy.orm import sessionmaker as make_factory

engine = make_engine("sqlite://")  # expect: sync-database
Local = make_factory(bind=engine)  # expect: sync-database
