# file: app/jobs.py
from celery import Celery

app = Celery("shop")
LIMITS = {"time_limit": 60, "max_retries": 3}


def job(**options):
    def wrap(function):
        return app.task(**LIMITS, **options)(function)

    return wrap
# file: app/tasks.py
from app.jobs import app, job
from company import options


@job(queue="mails")
def mail() -> None: ...


@app.task(**options)
def clean() -> None: ...
