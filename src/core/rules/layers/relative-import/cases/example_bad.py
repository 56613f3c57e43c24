# file: shop/modules/orders/router.py
from .schemas import OrderRead  # expect: relative-import
from ..users.service import UserService  # expect: relative-import
