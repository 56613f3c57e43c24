# file: app/worker.py
from celery import Celery

app = Celery("shop")
app.config_from_object("app.celeryconfig")
# file: app/celeryconfig.py
task_soft_time_limit = 60
# file: app/tasks.py
from app.worker import app


@app.task
def clean() -> None: ...
