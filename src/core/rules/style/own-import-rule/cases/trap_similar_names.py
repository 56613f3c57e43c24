# file: .backend-spec.yaml
import-rules:
  - { from: shop.bill, may-not-import: shop.user }
  - { from: shop.billing, may-not-import: shop.user }
# file: shop/__init__.py
# file: shop/billing.py
from shop.users import User
from shop import users
import shop
# file: shop/users.py
class User: ...
