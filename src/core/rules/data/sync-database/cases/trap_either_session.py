# file: app/main.py
from fastapi import Depends, FastAPI

from app.repository import Repository

app = FastAPI()


@app.post("/books")
async def create_book(repository: Repository = Depends()) -> None:
    await repository.save(object())
# file: app/repository.py
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


class Repository:
    def __init__(self, session: AsyncSession | Session) -> None:
        self.session = session

    async def save(self, row: object) -> None:
        self.session.add(row)
        await self.session.commit()
