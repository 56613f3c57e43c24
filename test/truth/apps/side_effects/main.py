"""Routes declared in modules that import the application, and that are themselves imported only for that."""

from site_app import app
from views import accounts, pages  # noqa: F401

__all__ = ["app"]
