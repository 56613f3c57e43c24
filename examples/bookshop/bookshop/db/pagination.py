"""Keyset paging over `(created_at, id)`."""

from __future__ import annotations

import uuid

from sqlalchemy import ColumnElement, select, true, tuple_
from sqlalchemy.orm import aliased

from bookshop.db.base import BaseModelMixin


def comes_after(model: type[BaseModelMixin], after: uuid.UUID | None) -> ColumnElement[bool]:
    """Build the condition that keeps only rows behind the row `after`."""
    if after is None:
        return true()
    anchor = aliased(model)
    position = select(anchor.created_at, anchor.id).where(anchor.id == after)
    return tuple_(model.created_at, model.id) > position.scalar_subquery()
