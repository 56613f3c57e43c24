# file: .backend-spec.yaml
profile: modular
tasks: { location: shop/modules/tasks/service.py }
# file: shop/modules/tasks/service.py
import dramatiq


@dramatiq.actor(max_retries=3, time_limit=1000)
def send_receipt(order_id: int) -> None: ...
# file: shop/modules/orders/service.py
from shop.modules.tasks.service import send_receipt


def pay(order_id: int) -> None:
    send_receipt.send(order_id)
