"""Celery is not installed here: its place is taken by a queue whose worker takes each task at once, as an idle one does."""

import json
import sys
import threading
import types

outcomes = []


class Task:
    def __init__(self, run):
        self.run = run

    def work(self, *args):
        try:
            self.run(*args)
            outcomes.append("found the order")
        except Exception as error:
            outcomes.append(f"raised {type(error).__name__}")

    def delay(self, *args):
        worker = threading.Thread(target=self.work, args=args)
        worker.start()
        worker.join()


class Celery:
    def __init__(self, *args, **options): ...

    def task(self, **options):
        return Task


sys.modules["celery"] = types.SimpleNamespace(Celery=Celery)

from app.models import Base, sessions  # noqa: E402
from app.orders import place_order  # noqa: E402

Base.metadata.create_all(sessions.kw["bind"])
with sessions() as session:
    place_order(session)
print(json.dumps({"bug": outcomes == ["raised NoResultFound"], "seen": f"the task {outcomes[0]}"}))
