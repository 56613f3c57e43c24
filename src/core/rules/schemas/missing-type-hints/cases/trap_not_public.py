from functools import wraps


def _helper(x):
    return x


class _Internal:
    def get(self, x):
        return x


class Service:
    def __repr__(self):
        return "Service"

    def __eq__(self, other):
        return True

    def _load(self, key):
        return key


def decorator(func: object) -> object:
    @wraps(func)
    def wrapper(*args, **kwargs):
        return func(*args, **kwargs)

    return wrapper


names = sorted([], key=lambda name: name)
