# file: .backend-spec.yaml
profile: modular
rules:
  long-function: { limit: 3 }
# file: app/a.py
def decorator(func):
    def wrapper(*args):  # expect: long-function
        a = 1
        b = 2
        c = 3
        return func(*args, a, b, c)

    return wrapper


def outer():  # expect: long-function
    a = 1
    b = 2

    @cached
    def inner():
        x = 1
        y = 2
        return x, y

    c = 3
    return inner, a, b, c
