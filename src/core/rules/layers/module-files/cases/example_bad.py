# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
# file: shop/modules/books/__init__.py
# file: shop/modules/books/models.py
# file: shop/modules/books/schemas.py
# file: shop/modules/books/repository.py
# file: shop/modules/books/service.py
# file: shop/modules/books/router.py
# file: shop/modules/books/helpers.py
def slug(title: str) -> str:  # expect: module-files
    return title.lower().replace(" ", "-")
