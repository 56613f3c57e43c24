# file: app/__init__.py
# file: app/repository.py
class OrderRepository: ...
# file: tests/test_fakes.py
from unittest.mock import patch
from app.repository import OrderRepository


class FakeOrderRepository(OrderRepository):
    def __init__(self):
        self.rows = {}


def test_fake(monkeypatch, session):
    monkeypatch.setattr("app.repository.OrderRepository", FakeOrderRepository)
    monkeypatch.setattr("app.repository.OrderRepository", lambda: FakeOrderRepository())
    with patch("app.repository.OrderRepository", new=FakeOrderRepository):
        pass
    with patch("app.repository.OrderRepository", FakeOrderRepository):
        pass
