# file: shop/__init__.py
# file: shop/messages.py
CLOSED = "The shop is closed"  # expect: error-constant-name
SOLD_OUT: str = "{name} is sold out"  # expect: error-constant-name
GONE_ERROR = "%s is gone"  # expect: error-constant-name
_HIDDEN = "Not for you"
ERROR_OPEN = "The shop is open"
TITLE = "Shop"
# file: shop/texts.py
from shop.messages import *
from shop.messages import CLOSED as SHUT
# file: shop/router.py
import shop.messages
from fastapi import HTTPException as Problem
from shop import messages
from shop.messages import ERROR_OPEN, GONE_ERROR as GONE, TITLE
from shop.texts import SHUT


def closed():
    raise Problem(409, SHUT)


def sold_out(name):
    raise Problem(detail=messages.SOLD_OUT.format(name=name), status_code=409)


def gone(name, is_open):
    raise Problem(410, GONE % name if is_open else ERROR_OPEN)


def title():
    return TITLE
