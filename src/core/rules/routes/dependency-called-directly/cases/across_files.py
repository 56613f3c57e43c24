# file: app/deps.py
import fastapi
from fastapi import Depends as Needs
from fastapi import Security
from fastapi.security import OAuth2PasswordBearer

scheme = OAuth2PasswordBearer(tokenUrl="token")


async def get_db():
    yield object()


async def get_user(token: str = Security(scheme), *, db=Needs(get_db), verbose: bool = False):
    return await db.find(token)


class Service:
    def __init__(self, name: str, db=fastapi.Depends(get_db)) -> None:
        self.name = name
        self.db = db

    async def find(self, key: str, user=Needs(get_user)):
        return await self.db.find(key, user.id)
# file: app/jobs.py
from app import deps
from app.deps import Service
from app.deps import get_user as load_user


async def run(token: str, db) -> None:
    await load_user(token)  # expect: dependency-called-directly
    await deps.get_user(db=db)  # expect: dependency-called-directly
    service = Service("jobs")  # expect: dependency-called-directly
    await service.find("x")  # expect: dependency-called-directly
    await service.find("x", await load_user(token, db=db))
