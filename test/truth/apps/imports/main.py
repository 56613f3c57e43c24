"""Routers reached through re-exports under other names, stars with __all__, relative, guarded and late imports, cycles."""

import pkg.direct
import pkg.nested.deep as deep
from fastapi import FastAPI
from pkg import api_router, renamed_router
from pkg.guarded import guarded
from pkg.starred import *
from pkg.starred import _hidden as visible

app = FastAPI()
app.include_router(api_router)
app.include_router(renamed_router)
app.include_router(pkg.direct.router)
app.include_router(deep.router)
app.include_router(starred_router)
app.include_router(visible)
app.include_router(guarded)
app.include_router(pkg.nested.sibling.router)


def late() -> None:
    import pkg.lazy as module

    app.include_router(module.router)


late()
