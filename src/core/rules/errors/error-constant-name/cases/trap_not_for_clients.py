GREETING = "Hello"
BAD_VALUE = "Value is bad"
LOG_TEXT = "Order is late"


def check(value, log):
    if value is None:
        raise ValueError(BAD_VALUE)
    log.error(LOG_TEXT)
    return GREETING
