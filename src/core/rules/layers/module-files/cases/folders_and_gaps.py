# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
# file: shop/modules/__init__.py
# file: shop/modules/books/__init__.py
"""Books."""  # expect: module-files
# file: shop/modules/books/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
# file: shop/modules/books/schemas/__init__.py
"""A package in place of the file."""  # expect: module-files
# file: shop/modules/books/schemas/read.py
# file: shop/modules/books/utils/slugs/text.py
SLUG = "-"  # expect: module-files
# file: shop/modules/books/utils/titles.py
# file: shop/modules/books/router.py
# file: shop/modules/health/__init__.py
"""Nothing is stored here."""  # expect: module-files
# file: shop/modules/health/router.py
# file: shop/modules/health/schemas.py
# file: shop/modules/mail/client.py
"""Without an `__init__.py` the odd file stands for the module."""  # expect: module-files, module-files
