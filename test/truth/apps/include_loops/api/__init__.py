"""Modules with one router each, and collections of them."""

from . import admin, billing, carts, devices

ROUTERS = [admin.router, billing.router]
ROUTERS.append(carts.router)
ROUTERS += [devices.router]
NAMED = {"carts": carts.router, "devices": devices.router}
