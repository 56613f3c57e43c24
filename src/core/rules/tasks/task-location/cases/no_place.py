# file: shop/orders.py
from celery import shared_task


@shared_task
def import_orders() -> None: ...
