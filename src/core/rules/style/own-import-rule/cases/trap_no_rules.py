# file: .backend-spec.yaml
profile: modular
# file: shop/modules/orders/router.py
from shop.modules.orders.repository import OrderRepository
# file: shop/modules/orders/repository.py
class OrderRepository: ...
