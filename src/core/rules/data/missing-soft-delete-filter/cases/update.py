# file: app/models.py
from datetime import datetime

from sqlalchemy import Column, DateTime, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Task(Base):
    __tablename__ = "tasks"
    id = Column(Integer, primary_key=True)
    state = Column(String(20))
    deleted_at = Column(DateTime)
# file: app/tasks.py
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.models import Task


def start(db: Session, task_id: int):
    db.execute(update(Task).where(Task.id == task_id, Task.deleted_at.is_(None)).values(state="a"))


def stop(db: Session, task_id: int):
    db.execute(update(Task).where(Task.id == task_id, Task.deleted_at.is_(None)).values(state="b"))


def fail(db: Session, task_id: int):
    db.execute(update(Task).where(Task.id == task_id, Task.deleted_at.is_(None)).values(state="c"))


def finish(db: Session, task_id: int):
    db.execute(update(Task).where(Task.id == task_id).values(state="d"))  # expect: missing-soft-delete-filter


def remove(db: Session, task_id: int, now):
    db.execute(update(Task).where(Task.id == task_id).values(deleted_at=now))
