import os


def a(path, *rest):
    return [os.path.join(path, *rest) for _ in rest]


X = lambda a: a
