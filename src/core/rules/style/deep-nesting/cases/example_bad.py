def send_reminders(customers: list[Customer]) -> None:
    for customer in customers:
        if customer.active:  # expect: deep-nesting
            for order in customer.orders:
                if order.open:
                    if order.late:
                        remind(customer, order)
