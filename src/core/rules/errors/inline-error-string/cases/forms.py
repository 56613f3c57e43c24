from fastapi import HTTPException

ERROR_ORDER_NOT_FOUND = "Order not found"


def f_string(order):
    raise HTTPException(404, f"Order {order.id!r} of {order.customer['name']} costs {order.price:>10.2f}")  # expect: inline-error-string


def format_call(order):
    raise HTTPException(404, detail="Order {} is closed".format(order.id))  # expect: inline-error-string


def percent(order):
    raise HTTPException(404, detail="Order %s is paid" % order.id)  # expect: inline-error-string


def concatenation(order):
    raise HTTPException(404, detail="Order " + str(order.id) + " is late")  # expect: inline-error-string


def in_a_dict():
    raise HTTPException(422, {"code": "closed", "message": "The order is closed"})  # expect: inline-error-string


def in_a_list():
    raise HTTPException(422, detail=[{"loc": ["body"], "msg": "must not be empty", "type": "value"}])  # expect: inline-error-string


def through_a_local(order):
    msg = "Order is empty"  # expect: inline-error-string
    raise HTTPException(400, detail=msg)


def a_choice(order):
    raise HTTPException(400, detail="Too many" if order.items else "Too few")  # expect: inline-error-string, inline-error-string


def known(order):
    raise HTTPException(404, detail="Order not found")  # expect: inline-error-string
