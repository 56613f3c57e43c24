"""Version 1."""

from . import users
