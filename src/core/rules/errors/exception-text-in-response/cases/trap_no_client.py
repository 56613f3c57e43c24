# file: app/main.py
from fastapi import FastAPI

from app.jobs import run
from app.wallet import Wallet

app = FastAPI()


@app.post("/run")
def start() -> dict[str, bool]:
    return {"ok": run(Wallet())["ok"]}


@app.get("/debug/store")
def debug_store(store):
    try:
        return store.ping()
    except Exception as e:
        return {"error": str(e)}
# file: app/wallet.py
class PaymentError(Exception):
    pass


class Wallet:
    def pay(self) -> dict[str, object]:
        try:
            return {"ok": True}
        except Exception as e:
            return {"ok": False, "error": str(e)}

    def check(self) -> None:
        try:
            self.pay()
        except Exception as e:
            raise PaymentError(f"failed: {e}") from e
# file: app/jobs.py
class JSONResponse(dict):
    pass


def run(wallet) -> dict[str, object]:
    try:
        return wallet.pay()
    except Exception as e:
        return JSONResponse(ok=False, error=str(e))
