# file: app/services.py
from fastapi import BackgroundTasks
from sqlalchemy.orm import Session, sessionmaker


class Mailer:
    def __init__(self, factory: sessionmaker, sender: str) -> None:
        self.factory = factory
        self.sender = sender

    def send(self, address: str) -> None:
        with self.factory() as session:
            session.commit()


def welcome(tasks: BackgroundTasks, mailer: Mailer, address: str) -> None:
    tasks.add_task(mailer.send, address)
