from typing import Any


def total(orders, currency: str = "EUR"):  # expect: missing-type-hints
    return sum(order.amount for order in orders if order.currency == currency)


def load(path: str) -> Any:  # expect: missing-type-hints
    return open(path).read()
