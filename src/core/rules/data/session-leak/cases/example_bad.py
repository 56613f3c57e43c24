# file: app/database.py
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

engine = create_engine("sqlite://")
SessionLocal = sessionmaker(bind=engine)
# file: app/reports.py
from app.database import SessionLocal
from app.models import Order


def count_open_orders() -> int:
    session = SessionLocal()  # expect: session-leak
    orders = session.query(Order).filter(Order.is_open)
    return orders.count()
# file: app/models.py
class Order: ...
