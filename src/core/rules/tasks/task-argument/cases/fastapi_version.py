# file: requirements.txt
fastapi==0.115.0
# file: new/requirements.txt
fastapi==0.120.0
# file: app/routes.py
from fastapi import BackgroundTasks
from sqlalchemy.orm import Session


def pay(tasks: BackgroundTasks, session: Session) -> None:
    tasks.add_task(print, session)  # expect: task-argument
# file: new/routes.py
from fastapi import BackgroundTasks
from sqlalchemy.orm import Session


def pay(tasks: BackgroundTasks, session: Session) -> None:
    tasks.add_task(print, session)  # expect: task-argument
