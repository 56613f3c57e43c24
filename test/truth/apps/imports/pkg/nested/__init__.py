"""Deeper re-exports, two dots up."""

from .. import direct as direct_again
from . import sibling
from .sibling import router as exported
