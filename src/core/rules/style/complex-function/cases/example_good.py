def price(order: Order, customer: Customer) -> int:
    total = sum(item_price(item) for item in order.items if is_charged(item))
    return discounted(total, customer) + shipping(total, order, customer)
