revision: str = "1"
down_revision: str | None = None


def upgrade() -> None:
    print()
