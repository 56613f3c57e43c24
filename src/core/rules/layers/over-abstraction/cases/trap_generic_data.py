# file: shop/repositories/pages.py
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel
from shop.compat import Model as Compatible

Item = TypeVar("Item")


class PaginatedRepositoryResult(BaseModel, Generic[Item]):
    items: list[Item]


@dataclass
class ServiceBaseRecord(Generic[Item]):
    item: Item


class ReadingRepository(Protocol[Item]):
    def get(self, key: int) -> Item: ...


class BaseServiceError(Exception): ...


class ServiceBaseAnswer(Compatible, Generic[Item]): ...


class BaseScaler(Generic[Item]):
    def scale(self, item: Item) -> Item: ...
# file: shop/compat.py
try:
    from pydantic.v1 import BaseModel as Model
except ImportError:
    from pydantic import BaseModel as Model
