# file: app/worker.py
from celery import Celery, Task


class Base(Task):
    autoretry_for = (OSError,)


app = Celery("shop")
# file: app/reports.py
from celery import shared_task as job

from app.worker import Base


@job(base=Base)  # expect: unbounded-task
def monthly() -> None: ...


@job()  # expect: unbounded-task
def weekly() -> None: ...
