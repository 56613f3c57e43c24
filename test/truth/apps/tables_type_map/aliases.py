"""Column types under a name."""

import datetime
import uuid
from decimal import Decimal
from typing import Annotated, Any, NewType

from sqlalchemy import JSON, BigInteger, DateTime, ForeignKey, Numeric, String, Text, func
from sqlalchemy.orm import DeclarativeBase, mapped_column, registry

intpk = Annotated[int, mapped_column(primary_key=True)]
uuidpk = Annotated[uuid.UUID, mapped_column(primary_key=True, default=uuid.uuid4)]
str50 = Annotated[str, 50]
str_unique = Annotated[str, mapped_column(String(80), unique=True, index=True)]
timestamp = Annotated[datetime.datetime, mapped_column(nullable=False, server_default=func.now())]
owner_fk = Annotated[int, mapped_column(ForeignKey("owners.id", ondelete="CASCADE"), index=True)]
long_text = Annotated[str | None, mapped_column(Text)]
Ident = NewType("Ident", int)
type Code = str
big = Annotated[int, "big"]


class Base(DeclarativeBase):
    registry = registry(
        type_annotation_map={
            str50: String(50),
            datetime.datetime: DateTime(timezone=True),
            dict[str, Any]: JSON,
            list[str]: JSON(),
            Decimal: Numeric(12, 4),
            Ident: BigInteger,
            big: BigInteger(),
        }
    )


class OtherBase(DeclarativeBase):
    type_annotation_map = {str: Text, int: BigInteger()}
