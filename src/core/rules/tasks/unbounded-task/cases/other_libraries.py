# file: app/broker.py
from dramatiq.brokers.redis import RedisBroker
from dramatiq.middleware import AgeLimit, Retries
from taskiq import SimpleRetryMiddleware
from taskiq_redis import ListQueueBroker as Broker

import dramatiq

dramatiq.set_broker(RedisBroker(middleware=[AgeLimit(), Retries()]))
broker = Broker("redis://localhost").with_middlewares(SimpleRetryMiddleware())
# file: app/tasks.py
from dramatiq import actor as work
from redis import Redis
from rq import Queue

from app.broker import broker

queue = Queue(connection=Redis())


@work(queue_name="mails")  # expect: unbounded-task
def mail() -> None: ...


@work(  # expect: unbounded-task
    time_limit=1000,
    max_retries=None,
)
def again() -> None: ...


@broker.task("clean")  # expect: unbounded-task
async def clean() -> None: ...


def job() -> None: ...


def ask() -> None:
    queue.enqueue(job, job_timeout=-1)  # expect: unbounded-task
# file: app/registry.py
from taskiq import AsyncBroker


class Registered:
    def __init__(self, broker: AsyncBroker) -> None:
        self.broker = broker

    def __call__(self, of):
        self.broker.register_task(of().run, task_name=of.__name__)  # expect: unbounded-task
        return of
# file: app/more.py
from app.broker import broker
from app.registry import Registered


@Registered(broker)
class Mail:
    async def run(self) -> None: ...
