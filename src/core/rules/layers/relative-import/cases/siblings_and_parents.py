# file: shop/__init__.py
# file: shop/main.py
from shop.orders import router
# file: shop/db.py
Base = object
# file: shop/orders/__init__.py
from .router import router  # expect: relative-import
# file: shop/orders/models.py
class Order: ...
# file: shop/orders/router.py
from . import models  # expect: relative-import
from .models import Order  # expect: relative-import
from ..db import Base  # expect: relative-import
from .import models as again  # expect: relative-import
from.models import *  # expect: relative-import
from .models import (  # expect: relative-import
    Order as Other,  # the same
)

router = (models, Order, Base)
# file: tests/test_router.py
from shop.orders.router import router
