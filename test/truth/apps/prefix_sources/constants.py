"""Parts of paths that others import."""

BASE = "/api"
API = BASE + "/v1"
ROUTES = {"list": "/all", "one": "/{id}"}


class Paths:
    ORDERS = "/orders"
    LATEST = "/latest"
