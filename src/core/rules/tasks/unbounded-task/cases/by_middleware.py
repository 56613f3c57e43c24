# file: app/broker.py
from taskiq import InMemoryBroker, TaskiqMiddleware


class Limits(TaskiqMiddleware):
    def pre_send(self, message):
        message.labels.setdefault("timeout", 60)
        return message


broker = InMemoryBroker().with_middlewares(Limits())
# file: app/tasks.py
from app.broker import broker


@broker.task
async def clean() -> None: ...
