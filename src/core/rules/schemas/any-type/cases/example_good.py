def total(order: Order) -> int:
    return sum(item.price for item in order.items)
