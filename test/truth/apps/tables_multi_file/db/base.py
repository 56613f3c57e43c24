"""The base: AsyncAttrs, a naming convention, a schema by a setting, a mapped key common to all."""

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, MetaData
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA = "core"


class Base(AsyncAttrs, DeclarativeBase):
    __abstract__ = True
    metadata = MetaData(schema=SCHEMA, naming_convention={"pk": "pk_%(table_name)s"})
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: DateTime(timezone=True)}

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class TimedBase(Base):
    __abstract__ = True
    created: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
