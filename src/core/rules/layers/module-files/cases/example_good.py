# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
# file: shop/modules/books/__init__.py
# file: shop/modules/books/models.py
# file: shop/modules/books/schemas.py
# file: shop/modules/books/repository.py
# file: shop/modules/books/service.py
def slug(title: str) -> str:
    return title.lower().replace(" ", "-")
# file: shop/modules/books/router.py
