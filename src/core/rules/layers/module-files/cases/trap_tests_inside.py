# file: .backend-spec.yaml
profile: modular
modules: { root: ./shop/modules/, files: [models, api, service] }
# file: shop/modules/books/__init__.py
# file: shop/modules/books/models.py
# file: shop/modules/books/api.py
# file: shop/modules/books/service.py
# file: shop/modules/books/tests/test_books.py
# file: shop/modules/books/conftest.py
# file: shop/modules/registry.py
# file: shop/infrastructure/storage/client.py
