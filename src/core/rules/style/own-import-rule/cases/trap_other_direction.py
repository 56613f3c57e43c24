# file: .backend-spec.yaml
profile: modular
import-rules:
  - { from: router, may-not-import: repository }
  - { from: service, may-not-import: router }
# file: shop/modules/orders/router.py
from shop.modules.orders.service import OrderService
# file: shop/modules/orders/service.py
from shop.modules.orders.repository import OrderRepository


class OrderService: ...
# file: shop/modules/orders/repository.py
class OrderRepository: ...
