# file: a.py
from ..b import B  # expect: relative-import
from ... import c  # expect: relative-import
# file: b.py
B = 1
