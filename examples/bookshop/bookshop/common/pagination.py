"""Paging parameters of list endpoints."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

DEFAULT_LIMIT = 20
MAX_LIMIT = 100


@dataclass(frozen=True)
class Page:
    """At most `limit` rows, starting after the row whose id is `after`."""

    limit: int
    after: uuid.UUID | None


async def get_page(
    limit: Annotated[int, Query(ge=1, le=MAX_LIMIT)] = DEFAULT_LIMIT,
    after: Annotated[uuid.UUID | None, Query()] = None,
) -> Page:
    """Read the page from the query string; `after` is the id of the last row seen."""
    return Page(limit=limit, after=after)


PageQuery = Annotated[Page, Depends(get_page)]
