"""The generic router."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel


class CRUDRouter(APIRouter):
    def __init__(
        self,
        schema: type[BaseModel],
        prefix: str | None = None,
        tags: list[str] | None = None,
        get_all: bool = True,
        create: bool = True,
        delete_all: bool = True,
        delete_one: bool = True,
        **kwargs: Any,
    ) -> None:
        self.schema = schema
        name = schema.__name__.lower()
        prefix = prefix if prefix else "/" + name
        super().__init__(prefix=prefix, tags=tags or [name], **kwargs)
        if get_all:
            self.add_api_route("", self._get_all(), methods=["GET"], response_model=list[schema])
        if create:
            self.add_api_route("", self._create(), methods=["POST"], response_model=schema, status_code=201)
        if delete_all:
            self.add_api_route("", self._delete_all(), methods=["DELETE"])
        if delete_one:
            self.add_api_route("/{item_id}", self._delete_one(), methods=["DELETE"], status_code=204)

    def _get_all(self) -> Callable[..., Any]:
        def route() -> list[Any]:
            return []

        return route

    def _create(self) -> Callable[..., Any]:
        async def route(body: dict[str, int]) -> Any:
            return body

        return route

    def _delete_all(self) -> Callable[..., Any]:
        def route() -> int:
            return 0

        return route

    def _delete_one(self) -> Callable[..., Any]:
        def route(item_id: int) -> None:
            return None

        return route


class ReadOnlyRouter(CRUDRouter):
    def __init__(self, schema: type[BaseModel], **kwargs: Any) -> None:
        super().__init__(schema, create=False, delete_all=False, delete_one=False, **kwargs)
