# file: app/models.py
from functools import lru_cache

from clock import now
from sqlalchemy import Column, DateTime, String
from sqlalchemy.orm import declarative_base
from uuid import uuid4

Base = declarative_base()


@lru_cache
def node_id():
    return str(uuid4())


def named(given=None):
    if given:
        return "given"
    return str(uuid4())


class Post(Base):
    __tablename__ = "posts"

    made_at = Column(DateTime, default=now())
    node = Column(String, default=node_id())
    name = Column(String, default=named("x"))


def create(default=uuid4()):
    return Post(default=uuid4())
