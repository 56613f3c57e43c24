# file: app/manage.py
import click
import typer

from app.tokens import create_access_token

app = typer.Typer()


@app.command()
def show_token(user_id: int) -> None:
    token = create_access_token(user_id)
    print(f"Token: {token}")


@click.command("password")
def show_password(password: str) -> None:
    print(password)


if __name__ == "__main__":
    access_token = create_access_token(1)
    print(access_token)
# file: app/tokens.py
import secrets


def create_access_token(user_id: int) -> str:
    return f"{user_id}.{secrets.token_urlsafe()}"
# file: tests/test_login.py
def test_login(password: str) -> None:
    print(password)
# file: app/admin_cli/create_user.py
import secrets

from app.users import create


def run(name: str) -> None:
    password = secrets.token_urlsafe()
    create(name, password)
    print(f"Password: {password} (change it)")
