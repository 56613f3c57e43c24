"""A library of one's own in the manner of fastapi-users: an object whose methods return routers for the given schemas."""

from fastapi import Depends, FastAPI
from pydantic import BaseModel

from library import Users
from tables import Base, User


class UserRead(BaseModel):
    id: int


class UserCreate(BaseModel):
    email: str


users = Users[User](User)
current = users.current_user(active=True)
app = FastAPI()
app.include_router(users.get_auth_router(), prefix="/auth/jwt", tags=["auth"])
app.include_router(users.get_register_router(UserRead, UserCreate), prefix="/auth", tags=["auth"])
app.include_router(users.get_users_router(UserRead, requires_verification=True), prefix="/users", tags=["users"])


@app.get("/me", response_model=UserRead)
def me(user: User = Depends(current)):
    return user


assert Base
