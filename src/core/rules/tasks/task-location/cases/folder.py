# file: backend/.backend-spec.yaml
profile: modular
tasks: { location: shop/workers/ }
# file: backend/shop/workers/mails.py
from celery import shared_task


@shared_task
def mail() -> None: ...
# file: backend/shop/workers_old.py
from celery import shared_task


class Old:
    @shared_task
    def mail() -> None: ...  # expect: task-location
# file: backend/tests/test_tasks.py
from celery import shared_task


@shared_task
def probe() -> None: ...
