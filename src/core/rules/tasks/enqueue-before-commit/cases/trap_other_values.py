# file: app/main.py
from celery import Celery
from sqlalchemy import Column, Integer
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()
celery = Celery("app")


class Job(Base):
    __tablename__ = "jobs"

    id = Column(Integer, primary_key=True)
    size = Column(Integer)


@celery.task(time_limit=5)
def run(job_id): ...


def other_values(db: Session, name: str):
    job = Job(size=3)
    db.add(job)
    run.delay(name)
    run.delay(job.size)
    db.commit()


def returns_before(db: Session, is_late: bool):
    job = Job()
    db.add(job)
    if is_late:
        db.flush()
        run.delay(job.id)
        return
    db.commit()
