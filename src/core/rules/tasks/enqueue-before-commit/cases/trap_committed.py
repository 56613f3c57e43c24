# file: app/main.py
from celery import Celery
from fastapi import BackgroundTasks
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()
celery = Celery("app")


class Job(Base):
    __tablename__ = "jobs"

    id = Column(Integer, primary_key=True)
    state = Column(String)


@celery.task(time_limit=5)
def run(job_id): ...


class Jobs:
    def __init__(self, db: Session):
        self.db = db

    def create(self):
        job = Job(state="new")
        self.db.add(job)
        self.db.commit()
        return job


def committed_before(db: Session):
    jobs = Jobs(db)
    job = jobs.create()
    run.delay(job.id)
    db.add(Job(state="other"))
    db.commit()


def in_background(db: Session, tasks: BackgroundTasks):
    job = Job()
    db.add(job)
    db.flush()
    tasks.add_task(run, job.id)
    db.commit()


def later(db: Session):
    job = Job()
    db.add(job)
    db.flush()
    run.apply_async((job.id,), countdown=10)
    db.commit()


def only_read(db: Session, id: int):
    job = db.get(Job, id)
    run.delay(job.id)
    db.commit()


def other_session(db: Session, audit: Session):
    job = Job()
    db.add(job)
    db.commit()
    run.delay(job.id)
    audit.commit()


def given_up(db: Session):
    job = Job()
    db.add(job)
    db.flush()
    run.delay(job.id)
    db.rollback()
    db.commit()
