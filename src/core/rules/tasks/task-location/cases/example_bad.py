# file: .backend-spec.yaml
profile: modular
tasks: { location: shop/modules/tasks/service.py }
# file: shop/modules/tasks/service.py
import dramatiq


@dramatiq.actor(max_retries=3, time_limit=1000)
def clean() -> None: ...
# file: shop/modules/orders/service.py
import dramatiq


@dramatiq.actor(max_retries=3, time_limit=1000)
def send_receipt(order_id: int) -> None: ...  # expect: task-location
