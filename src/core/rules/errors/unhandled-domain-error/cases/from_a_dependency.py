# file: app/services/tenants.py
class UnknownTenantError(ValueError):
    pass


def tenant(name: str) -> str:
    try:
        return {"a": "b"}[name]
    except KeyError as error:
        raise UnknownTenantError(name) from error  # expect: unhandled-domain-error
# file: app/main.py
from typing import Annotated

from fastapi import Depends, FastAPI

from app.services.tenants import tenant

app = FastAPI()


@app.get("/books")
def list_books(of: Annotated[str, Depends(tenant)]) -> list[str]:
    return [of]
# file: .backend-spec.yaml
profile: layered
