# file: shop/modules/books/models.py
class RegistryRepository:
    def get(self) -> dict: ...
# file: shop/modules/books/router.py
from fastapi import APIRouter
from shop.modules.books.models import RegistryRepository

router = APIRouter()


@router.get("/books")
def read(row: RegistryRepository, registry) -> dict:
    registry.get(1)
    return row.get()
# file: shop/main.py
from fastapi import FastAPI
from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular
