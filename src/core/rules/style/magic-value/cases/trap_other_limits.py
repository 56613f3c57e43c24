def rate(limiter, rows, order, connect):
    limiter.limit("5/minute")
    rows.limit(1)
    rows.limit(first, 20)
    order.wait_for(rows, 20)
    order.update(status="lost")
    order.log(status="lost", state="lost")
    return connect(status=200, state="")
