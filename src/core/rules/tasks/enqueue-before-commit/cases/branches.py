# file: app/main.py
from celery import Celery
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()
celery = Celery("app")


class Job(Base):
    __tablename__ = "jobs"

    id = Column(Integer, primary_key=True)
    state = Column(String)


@celery.task(name="run", time_limit=5)
def run(job_id): ...


def start(db: Session, is_large: bool):
    job = Job(state="new")
    db.add(instance=job)
    db.flush()
    if is_large:
        run.apply_async((job.id,), queue="large")  # expect: enqueue-before-commit
    else:
        celery.send_task("run", args=[job.id])  # expect: enqueue-before-commit
    try:
        db.commit()
    except ValueError:
        db.rollback()
        raise
