# file: app/jobs.py
from sqlalchemy import create_engine, select
from sqlalchemy.orm import sessionmaker

factory = sessionmaker(create_engine("sqlite://"))


async def job():
    with factory() as session:
        await session.execute(select(1))  # expect: unawaited-session-call
        session.commit()
