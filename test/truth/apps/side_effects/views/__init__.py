"""Includes the router when all views are there."""

import site_app

from . import accounts, more

site_app.app.include_router(site_app.api)
assert accounts and more
