# file: .backend-spec.yaml
profile: modular
tasks: { location: shop/modules/tasks/service.py }
# file: shop/modules/orders/service.py
from shop.own import actor, task


@task
def import_orders() -> None: ...


@actor
def play() -> None: ...
# file: shop/own.py
def task(function):
    return function


def actor(function):
    return function
