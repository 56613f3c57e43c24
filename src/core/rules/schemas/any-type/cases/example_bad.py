from typing import Any


def total(order: Any) -> int:  # expect: any-type
    return sum(item.price for item in order.items)
