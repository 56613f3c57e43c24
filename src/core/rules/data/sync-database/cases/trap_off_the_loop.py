# file: app/main.py
import asyncio
from functools import lru_cache

from fastapi import Depends, FastAPI
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from app.database import get_async_session, get_session

app = FastAPI()


def find(session: Session):
    return session.execute(text("SELECT 1")).all()


@app.get("/thread")
async def handed_over(session: Session = Depends(get_session)):
    await run_in_threadpool(find, session)
    await asyncio.to_thread(lambda: session.execute(text("SELECT 1")))
    return await asyncio.get_running_loop().run_in_executor(None, find, session)


@app.get("/run-sync")
async def run_sync(session: AsyncSession = Depends(get_async_session)):
    await session.run_sync(find)
    return (await session.execute(text("SELECT 1"))).all()


@app.get("/def")
def in_a_thread_of_its_own(session: Session = Depends(get_session)):
    return find(session)


@app.get("/cached")
async def cached():
    return secret()


@lru_cache
def secret():
    return find(get_session())


@app.get("/added")
async def only_added(session: Session = Depends(get_session)):
    session.add(1)
    session.expunge_all()


async def not_from_a_route(session: Session):
    return find(session)


def save(session: Session, is_final: bool = False):
    if is_final:
        session.commit()


@app.get("/choice")
async def does_not_ask_for_it(session: Session = Depends(get_session)):
    save(session)
# file: app/database.py
def get_session(): ...
def get_async_session(): ...
# file: alembic/env.py
from sqlalchemy import engine_from_config

engine = engine_from_config({})
# file: scripts/seed.py
from sqlalchemy import create_engine

engine = create_engine("sqlite://")
