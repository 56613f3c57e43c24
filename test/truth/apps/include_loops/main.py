"""Routers included in loops over literal lists, tuples, dictionaries, zip, enumerate and comprehensions."""

from fastapi import APIRouter, FastAPI

from api import NAMED, ROUTERS, admin, billing, carts
from api import devices as devices_module

app = FastAPI()

for router in ROUTERS:
    app.include_router(router, prefix="/list")

for router, prefix, tags in (
    (admin.router, "/t-admin", ["admin"]),
    (billing.router, "/t-billing", ["billing", "money"]),
):
    app.include_router(router, prefix=prefix, tags=tags)

for name, router in NAMED.items():
    app.include_router(router, prefix=f"/named/{name}", tags=[name])

for router in NAMED.values():
    app.include_router(router, prefix="/values")

for prefix, module in zip(["/z1", "/z2"], [carts, devices_module]):
    app.include_router(module.router, prefix=prefix)

for number, module in enumerate([carts, billing], start=1):
    app.include_router(module.router, prefix=f"/v{number}")

modules = [admin, carts]
all_routers = [m.router for m in modules]
parent = APIRouter(prefix="/comprehended")
for r in all_routers:
    parent.include_router(r)
app.include_router(parent)

[app.include_router(m.router, prefix="/inline") for m in (billing,)]

for entry in [{"router": carts.router, "prefix": "/kw1"}, {"router": admin.router, "prefix": "/kw2", "tags": ["kw"]}]:
    app.include_router(**entry)
