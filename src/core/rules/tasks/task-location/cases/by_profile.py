# file: .backend-spec.yaml
profile: modular
# file: shop/modules/tasks/service.py
from celery import shared_task as job


@job
def clean() -> None: ...
# file: shop/modules/orders/jobs.py
from celery import shared_task as job


@job(name="orders.import")
def import_orders() -> None: ...  # expect: task-location


def helper() -> None: ...
