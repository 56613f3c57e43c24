# file: .backend-spec.yaml
profile: modular
tasks: { location: shop/modules/tasks/service.py }
# file: shop/modules/orders/router.py
from apscheduler.schedulers.background import BackgroundScheduler
from fastapi import APIRouter, BackgroundTasks

router = APIRouter()
scheduler = BackgroundScheduler()


def note(order_id: int) -> None: ...


@router.post("/orders/{order_id}")
def order(order_id: int, tasks: BackgroundTasks) -> None:
    tasks.add_task(note, order_id)


scheduler.add_job(note, "interval", seconds=3)
