"""One table."""

from sqlalchemy.orm import Mapped, mapped_column

from . import Base


class Good(Base):
    __tablename__ = "goods"
    id: Mapped[int] = mapped_column(primary_key=True)
