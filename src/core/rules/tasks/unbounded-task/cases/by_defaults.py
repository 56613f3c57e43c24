# file: app/tasks.py
import dramatiq
from arq import cron
from dramatiq.middleware import default_middleware
from dramatiq.brokers.redis import RedisBroker
from fastapi import BackgroundTasks
from redis import Redis
from rq import Queue

from app.settings import settings

dramatiq.set_broker(RedisBroker(middleware=[one() for one in default_middleware]))
queue = Queue(connection=Redis())


def should_retry(retries: int, error: Exception) -> bool:
    return retries < settings.attempts


class Deliver:
    def __call__(self) -> None: ...


deliver = dramatiq.actor(Deliver(), actor_name="deliver", retry_when=should_retry)


@dramatiq.actor
def mail() -> None: ...


async def clean(ctx) -> None: ...


def ask(tasks: BackgroundTasks) -> None:
    queue.enqueue(print)
    tasks.add_task(print)


class WorkerSettings:
    functions = [clean]
    cron_jobs = [cron(clean, hour=3)]
# file: app/settings.py
class settings:
    attempts = 5
