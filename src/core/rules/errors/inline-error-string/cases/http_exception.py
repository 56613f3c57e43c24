from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/users/{user_id}")
async def get_user(user_id: int) -> dict:
    if user_id < 0:
        raise HTTPException(400, "User id is negative")  # expect: inline-error-string
    if user_id == 0:
        raise HTTPException(status_code=404, detail="User not found")  # expect: inline-error-string
    if user_id == 1:
        raise HTTPException(
            status_code=403,
            detail="The user "  # expect: inline-error-string
            "is not allowed to see this page, since their account was closed by an administrator",
        )
    raise HTTPException(404, "x")  # expect: inline-error-string
