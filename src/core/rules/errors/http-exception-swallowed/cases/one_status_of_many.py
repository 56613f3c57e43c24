# file: app/main.py
from fastapi import FastAPI, HTTPException, status
from fastapi.responses import JSONResponse

app = FastAPI()


@app.post("/orders")
async def order(body: dict, upstream):
    try:
        answer = await upstream.post(body)
        if answer.status_code >= 400:
            raise HTTPException(answer.status_code, answer.text)  # expect: http-exception-swallowed
        return answer.json()
    except TimeoutError:
        return JSONResponse({"error": "slow"}, status_code=504)
    except Exception as error:
        if "quota" in str(error):
            raise HTTPException(status_code=status.HTTP_429_TOO_MANY_REQUESTS)
        raise HTTPException(status_code=status.HTTP_502_BAD_GATEWAY)
