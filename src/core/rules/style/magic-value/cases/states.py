def close(order):
    if order.status == "open":  # expect: magic-value
        order.close()


def reopen(order):
    if order.status != "open" and order.state != "lost":  # expect: magic-value
        order.open()
