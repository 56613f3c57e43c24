MAX_ATTEMPTS = 5
RATES_TIMEOUT_SECONDS = 30


async def fetch_rates(client: Client, attempts: int) -> Rates:
    if attempts > MAX_ATTEMPTS:
        raise RatesUnavailable
    return await client.get("/rates", timeout=RATES_TIMEOUT_SECONDS)
