LINES = """
from .models import Order
"""


def generate(name):
    return f"from .{name} import {name}\n"
