from collections.abc import Iterable
from decimal import Decimal


def total(orders: Iterable[Order], currency: str = "EUR") -> Decimal:
    return sum(order.amount for order in orders if order.currency == currency)


def load(path: str) -> str:
    return open(path).read()
