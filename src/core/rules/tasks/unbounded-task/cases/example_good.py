# file: app/tasks.py
from celery import Celery

app = Celery("shop")


@app.task(time_limit=300)
def import_prices(url: str) -> None: ...


@app.task(bind=True, max_retries=5, soft_time_limit=30)
def send_mail(self, address: str) -> None:
    raise self.retry(countdown=60)
