# file: backend/a.py
from .b import B  # expect: relative-import
# file: backend/b.py
B = 1
