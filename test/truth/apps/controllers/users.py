"""Three controllers."""

from fastapi import APIRouter

from web import Controller, controller, get, post


@controller("/users", tags=["users"])
class Users:
    @get("/")
    def list_users(self) -> list[str]:
        return []

    @post("/", status_code=201)
    async def create_user(self) -> str:
        return ""

    def not_a_route(self) -> None: ...


@controller(prefix="/teams")
class Teams:
    @get("/{team_id}", tags=["one"])
    def get_team(self, team_id: int) -> str:
        return ""


class Plain(Controller):
    @get("/x")
    def x(self) -> str:
        return ""


class Registered:
    router = APIRouter(prefix="/registered")

    @staticmethod
    @router.get("/static")
    def in_body() -> str:
        return ""

    def bound(self) -> str:
        return ""


Registered.router.add_api_route("/bound", Registered().bound)
