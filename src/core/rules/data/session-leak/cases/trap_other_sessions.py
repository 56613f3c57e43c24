# file: app/clients.py
import requests
from boto3 import Session

from app.game import SessionLocal


def call():
    session = requests.Session()
    return session.get("https://example.org")


def bucket():
    session = Session()
    return session.client("s3")


def play():
    session = SessionLocal()
    return session.execute("start")
# file: app/game.py
class SessionLocal:
    def execute(self, move): ...
# file: tests/test_orders.py
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

engine = create_engine("sqlite://")


def test_orders(query):
    session = Session(engine)
    session.execute(query)
# file: migrations/0001_start.py
from alembic import op
from sqlalchemy.orm import Session

revision = "1"
down_revision = None


def upgrade(query):
    session = Session(bind=op.get_bind())
    session.execute(query)
