"""Re-exports."""

from .direct import router as _router
from .nested import exported as renamed_router

api_router = _router
__all__ = ["api_router", "renamed_router"]
