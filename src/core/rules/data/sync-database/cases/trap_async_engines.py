# file: app/database.py
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker
from sqlalchemy.orm import Session, sessionmaker
from sqlmodel import create_engine as make

from app.engines import create_engine

engine = create_engine("sqlite+aiosqlite://")
wrapped = AsyncEngine(make("sqlite+aiosqlite://", future=True))


class RoutingSession(Session):
    def get_bind(self, mapper=None, clause=None, **kwargs):
        return engine.sync_engine


class OwnAsyncSession(AsyncSession): ...


factory = async_sessionmaker(engine, sync_session_class=RoutingSession)
other = sessionmaker(engine, class_=OwnAsyncSession)


@event.listens_for(engine.sync_engine, "do_connect")
def connect(*args): ...
# file: app/engines.py
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine


def create_engine(url: str) -> AsyncEngine:
    return create_async_engine(url)
