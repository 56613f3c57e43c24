# file: app/__init__.py
# file: app/a.py
import os.path
from app.b import B
from app import b as other
import app.b
# file: app/b.py
B = 1
