# file: requirements.txt
fastapi==0.117.0
# file: app/routes.py
from fastapi import APIRouter  # expect: missing-future-annotations

router = APIRouter()


@router.delete("/users/{user_id}", status_code=204)
def delete_user(user_id: int) -> None: ...
