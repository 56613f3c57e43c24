# file: .backend-spec.yaml
profile: modular
# file: app/modules/tasks/service.py
import dramatiq


@dramatiq.actor  # expect: unbounded-task
def mail() -> None: ...


@dramatiq.actor(max_retries=3, time_limit=60_000)
def clean() -> None: ...
