# file: app/services.py
from fastapi import BackgroundTasks, Depends, FastAPI, Request
from sqlalchemy.ext.asyncio import AsyncSession

from app.database import get_session


class Repository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session


class Service:
    def __init__(self, repository: Repository) -> None:
        self.repository = repository

    async def rebuild(self, name: str) -> None: ...


app = FastAPI()


@app.post("/rebuild")
async def rebuild(
    request: Request, tasks: BackgroundTasks, session: AsyncSession = Depends(get_session)
) -> None:
    service = Service(Repository(session))
    tasks.add_task(service.rebuild, "all")  # expect: task-argument
    tasks.add_task(print, request)  # expect: task-argument
# file: app/database.py
from collections.abc import AsyncIterator

from sqlalchemy.ext.asyncio import AsyncSession


async def get_session() -> AsyncIterator[AsyncSession]:
    async with AsyncSession() as session:
        yield session
