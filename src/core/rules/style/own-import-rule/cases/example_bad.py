# file: .backend-spec.yaml
profile: modular
import-rules:
  - { from: router, may-not-import: repository, message: "Go through the service." }
# file: shop/modules/orders/router.py
from shop.modules.orders.repository import OrderRepository  # expect: own-import-rule
# file: shop/modules/orders/repository.py
class OrderRepository: ...
