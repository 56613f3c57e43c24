# file: app/registry.py
import inspect  # expect: missing-future-annotations
from collections.abc import Callable


def kinds(function: Callable[..., object]) -> dict[str, type]:
    return {name: one.annotation for name, one in inspect.signature(function).parameters.items()}
# file: app/views.py
from app.views_library import controller  # expect: missing-future-annotations


def plain(number: int) -> int:
    return number


@controller("/users")
class UserView:
    name: str
