def send_reminders(customers: list[Customer]) -> None:
    for customer in customers:
        if not customer.active:
            continue
        for order in customer.orders:
            if order.open and order.late:
                remind(customer, order)
