# file: app/saves.py
from app.handler import SaveHandler

handler = SaveHandler()


def read(ids: list[int]):
    return [handler.get_save(save_id) for save_id in ids]  # expect: n-plus-one-query


def read_kept(ids: list[int]):
    return [handler.get_kept(save_id) for save_id in ids]
# file: app/handler.py
import functools
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, sessionmaker

sessions = sessionmaker(create_engine("sqlite://"))


class Save: ...


def begin_session(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        with sessions.begin() as session:
            kwargs["session"] = session
            return func(*args, **kwargs)
    return wrapper


class SaveHandler:
    @begin_session
    def get_save(self, save_id: int, session: Session = None):
        return session.scalar(select(Save).where(Save.id == save_id))

    @functools.cache
    def get_kept(self, save_id: int):
        with sessions() as session:
            return session.scalar(select(Save).where(Save.id == save_id))
