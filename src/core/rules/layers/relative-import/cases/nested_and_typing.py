# file: app/__init__.py
# file: app/a.py
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .b import B  # expect: relative-import


def lazily():
    from .b import B as imported  # expect: relative-import

    return imported


try:
    from .c import C  # expect: relative-import
except ImportError:
    C = None
# file: app/b.py
import app.c


class B: ...
# file: app/c.py
C = 1
