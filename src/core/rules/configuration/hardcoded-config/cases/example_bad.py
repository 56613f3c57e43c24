# file: app/database.py
from sqlalchemy.ext.asyncio import create_async_engine

DATABASE_URL = "postgresql+asyncpg://shop:shop@db:5432/shop"  # expect: hardcoded-config

engine = create_async_engine(DATABASE_URL, pool_pre_ping=True)
