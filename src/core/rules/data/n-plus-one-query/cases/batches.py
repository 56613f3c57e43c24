from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from app.models import Job


async def work(db: AsyncSession):
    while True:
        jobs = (await db.scalars(select(Job).limit(100))).all()
        if not jobs:
            return


async def work_one_by_one(db: AsyncSession):
    for job in (await db.scalars(select(Job))).all():
        await db.refresh(job)
        await db.commit()
