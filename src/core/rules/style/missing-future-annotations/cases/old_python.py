# file: pyproject.toml
[project]
name = "shop"
requires-python = ">=3.11"
# file: shop/a.py
X: int = 1  # expect: missing-future-annotations
