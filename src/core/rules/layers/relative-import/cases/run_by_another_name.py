# file: src/__init__.py
# file: src/app/__init__.py
# file: src/app/a.py
from .b import B  # expect: relative-import
# file: src/app/b.py
B = 1
# file: tests/test_a.py
from src.app.a import B
