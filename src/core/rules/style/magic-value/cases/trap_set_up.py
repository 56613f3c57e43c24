def start(run, engine, response, user):
    run("app", reload_delay=2)
    engine("sqlite://", max_overflow=10, pool_timeout=30.0)
    for chunk in response.iter_content(chunk_size=1024):
        print(chunk, f"{'On' if user.status == 'on' else 'Off'} {user.status == 'on'}")
