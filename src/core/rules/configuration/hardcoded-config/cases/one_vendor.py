# file: app/payments.py
import httpx

PLANS_URL = "https://api.vendor.com/plans"  # expect: hardcoded-config


async def plans(client: httpx.AsyncClient) -> list[str]:
    return (await client.get(PLANS_URL)).json()


async def invoices(client: httpx.AsyncClient, customer: str) -> list[str]:
    answer = await client.get(f"https://api.vendor.com/customers/{customer}/invoices")
    return answer.json()


async def rates(client: httpx.AsyncClient) -> list[str]:
    return (await client.get("https://rates.vendor.com/today")).json()  # expect: hardcoded-config
# file: app/refunds.py
import httpx


async def refund(client: httpx.AsyncClient, order: str) -> None:
    await client.post(f"https://api.vendor.com/orders/{order}/refund")  # expect: hardcoded-config
