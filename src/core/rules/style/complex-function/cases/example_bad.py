def price(order: Order, customer: Customer) -> int:  # expect: complex-function
    total = 0
    for item in order.items:
        if item.free or item.returned:
            continue
        if item.reduced and item.amount > 10:
            total += item.price * item.amount * 8 // 10
        else:
            total += item.price * item.amount
    if customer.vip or customer.staff:
        total = total * 9 // 10
    if order.express and not customer.vip:
        total += 900
    elif total < 5000:
        total += 400
    return total
