# file: pyproject.toml
[project]
name = "shop"
requires-python = ">=3.14"
# file: shop/a.py
X: int = 1
