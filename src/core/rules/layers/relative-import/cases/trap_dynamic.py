from importlib import import_module

orders = import_module(".orders", package="shop")
# from .orders import router
