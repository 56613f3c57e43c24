# file: .backend-spec.yaml
profile: modular
# file: app/database.py
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import sessionmaker

engine = create_engine("sqlite://")  # expect: sync-database
Local = sessionmaker(engine)  # expect: sync-database
async_engine = create_async_engine("sqlite+aiosqlite://")
AsyncLocal = sessionmaker(async_engine, class_=AsyncSession)
