# The seeds' rule is about what a client reads.
def check(value: int) -> int:
    assert value != 3, "Three is not allowed"
    if value < 0:
        raise ValueError("value must not be negative")
    if value == 1:
        raise TypeError("value must be a number")
    raise RuntimeError(f"value {value} is out of range")
