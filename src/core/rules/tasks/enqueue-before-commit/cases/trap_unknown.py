# file: app/main.py
from celery import Celery
from elsewhere import enqueue, finish, outbox, save
from sqlalchemy import Column, Integer
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()
celery = Celery("app")


class Job(Base):
    __tablename__ = "jobs"

    id = Column(Integer, primary_key=True)


@celery.task(time_limit=5)
def run(job_id): ...


def saved_elsewhere(db: Session):
    job = Job()
    db.add(job)
    save(db, job)
    run.delay(job.id)
    db.commit()


def collected(db: Session):
    job = Job()
    db.add(job)
    db.flush()
    enqueue(run, job.id)
    outbox.delay(job.id)
    db.commit()


def untyped(db, repository):
    job = repository.create()
    run.delay(job.id)
    db.commit()


def not_known(db: Session, helper):
    job = Job()
    db.add(job)
    helper.finish()
    run.delay(job.id)
    db.commit()
