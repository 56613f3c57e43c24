# file: .backend-spec.yaml
layers:
  router: ["shop/api/**"]
  repository: ["**/crud.py"]
import-rules:
  - { from: router, may-not-import: repository }
# file: shop/__init__.py
# file: shop/api/__init__.py
# file: shop/api/orders.py
from shop.orders import OrderRepository as Orders  # expect: own-import-rule
from shop.orders import OrderService
from shop import orders
# file: shop/orders/__init__.py
from .crud import OrderRepository
from .service import OrderService
# file: shop/orders/crud.py
class OrderRepository: ...
# file: shop/orders/service.py
from shop.orders.crud import OrderRepository


class OrderService: ...
