async def fetch_rates(client: Client, attempts: int) -> Rates:
    if attempts > 5:  # expect: magic-value
        raise RatesUnavailable
    return await client.get("/rates", timeout=30)  # expect: magic-value
