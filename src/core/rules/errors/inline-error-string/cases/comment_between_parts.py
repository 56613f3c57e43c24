# file: app/main.py
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/users/{user_id}")
def read_user(user_id: int):
    raise HTTPException(
        404,
        detail=(
            "User not found"  # expect: inline-error-string
            # TODO: translate the message
            " in the list"
        ),
    )
