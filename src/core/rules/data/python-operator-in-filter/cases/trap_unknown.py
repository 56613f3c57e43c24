# file: app/users.py
from models import User
from sqlalchemy import select


class Limits:
    low = None


def find(model, session):
    query = select(User).where(User.name is None and User.id == 1)
    query = query.filter(model.name is None, not model.is_active)
    return session.scalars(query.where(Limits.low is None or True))


def other(table, frame):
    return frame.filter(table.c.name is None).where(frame.name == 1 and frame.id == 2)
