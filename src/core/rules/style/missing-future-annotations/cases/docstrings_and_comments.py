# file: a.py
#!/usr/bin/env python  # expect: missing-future-annotations
# License
"""What it is for."""

# Why it is imported
import os


def a(path: str) -> str:
    return os.path.join(path)
# file: b.py
@print  # expect: missing-future-annotations
def b() -> None:
    print()
# file: c.py
# expect: missing-future-annotations
from __future__ import division

NUMBER: int = 1
# file: d.py
"""One."""; import os  # expect: missing-future-annotations

NUMBER: int = 1
