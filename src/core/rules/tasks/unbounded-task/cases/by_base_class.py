# file: app/worker.py
from celery import Celery, Task


class Bounded(Task):
    abstract = True
    time_limit = 120


app = Celery("shop")
# file: app/tasks.py
from app.worker import Bounded, app
from company_tasks import CompanyTask


@app.task(base=Bounded)
def clean() -> None: ...


@app.task(base=CompanyTask)
def sweep() -> None: ...
