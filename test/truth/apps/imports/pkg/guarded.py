"""A router chosen by what can be imported, and one that needs a cycle."""

from typing import TYPE_CHECKING

try:
    from no_such_package_at_all import router as guarded
except ImportError:
    from pkg.nested.deep import second as guarded

if TYPE_CHECKING:
    from fastapi import APIRouter

    from pkg.direct import router as direct_router
