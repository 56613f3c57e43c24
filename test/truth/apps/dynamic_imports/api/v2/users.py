"""Users of version 2, which reuse version 1's handler."""

from fastapi import APIRouter

from ..v1.users import users

router = APIRouter(prefix="/users")
router.get("")(users)
router.add_api_route("/all", users, methods=["GET"], deprecated=True)
