from shop.modules.orders.service import OrderService
