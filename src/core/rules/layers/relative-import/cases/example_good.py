from shop.modules.orders.schemas import OrderRead
from shop.modules.users.service import UserService
