# file: app/models.py
from datetime import datetime
from functools import partial
from uuid import uuid4

from sqlalchemy import Column, DateTime, Integer, JSON, String, func, text
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.orm import declarative_base

Base = declarative_base()


def timestamp():
    return datetime.utcnow()


def first_year():
    return 1970


class Post(Base):
    __tablename__ = "posts"

    id = Column(String, primary_key=True, default=uuid4)
    made_at = Column(DateTime, default=datetime.utcnow, onupdate=lambda: datetime.now())
    seen_at = Column(DateTime, default=timestamp, server_default=text("now()"))
    sql_at = Column(DateTime, default=func.now(), onupdate=func.timezone("utc", func.now()))
    year = Column(Integer, default=first_year())
    later = Column(DateTime, default=partial(datetime.fromtimestamp, 0))
    epoch = Column(DateTime, default=datetime(1970, 1, 1))
    extra = Column(MutableDict.as_mutable(JSON), default={})
    names = Column(JSON, default=())
