# file: shop/__init__.py
# file: shop/repository.py
class OrderRepository:
    async def get(self, order_id): ...
# file: shop/service.py
from shop.repository import OrderRepository as Orders


class OrderService:
    def __init__(self):
        self.orders = Orders()
# file: tests/test_orders.py
from unittest import mock
from unittest.mock import MagicMock as Fake, create_autospec, patch
from shop.repository import OrderRepository
from shop.service import Orders

orders = Fake(spec=OrderRepository)  # expect: mocked-database
others = create_autospec(Orders)  # expect: mocked-database


@patch("shop.service.Orders")  # expect: mocked-database
def test_one(orders):
    with mock.patch.object(OrderRepository, "get", return_value=1):  # expect: mocked-database
        pass


@mock.patch("shop.repository.OrderRepository.get")  # expect: mocked-database
def test_two(get, mocker, monkeypatch):
    mocker.patch("shop.service.Orders.get", return_value=None)  # expect: mocked-database
    monkeypatch.setattr(OrderRepository, "get", mock.AsyncMock())  # expect: mocked-database
    monkeypatch.setattr("shop.service.Orders", lambda: Fake())  # expect: mocked-database
