# file: app/clock.py
import datetime as dt
import random
import string
from uuid import uuid4


def timestamp():
    now = dt.datetime.utcnow()
    return now.replace(microsecond=0)


def new_id() -> str:
    return str(uuid4())


def pin(length=6):
    return "".join(random.choice(string.digits) for _ in range(length))


# file: app/models.py
import uuid as ids

import sqlalchemy as sa
from sqlalchemy.orm import declarative_base

from app import clock
from app.clock import new_id as fresh, timestamp

Base = declarative_base()


class Mixin:
    id = sa.Column(sa.String, primary_key=True, default=fresh())  # expect: column-default-called
    updated_at = sa.Column(sa.DateTime, onupdate=timestamp(), default=timestamp)  # expect: column-default-called


class Card(Mixin, Base):
    __tablename__ = "cards"

    pin = sa.Column(sa.String, default=clock.pin(4))  # expect: column-default-called
    token = sa.Column(sa.String, default=ids.uuid4().hex[:8])  # expect: column-default-called
    labels = sa.Column(sa.JSON, default={"new": True})  # expect: column-default-called
    audit = sa.Table(
        "audit",
        Base.metadata,
        sa.Column("at", sa.DateTime, default=timestamp()),  # expect: column-default-called
    )
