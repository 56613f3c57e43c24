# file: app/tasks.py
from celery import Celery

app = Celery("shop")


@app.task  # expect: unbounded-task
def import_prices(url: str) -> None: ...


@app.task(bind=True, max_retries=None)  # expect: unbounded-task
def send_mail(self, address: str) -> None:
    raise self.retry(countdown=60)
