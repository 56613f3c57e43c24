"""Doc."""
from __future__ import division, annotations

X: int = 1
