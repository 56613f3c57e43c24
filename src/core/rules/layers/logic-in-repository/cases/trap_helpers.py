# file: app/services/log_service.py
class LogService:
    def error(self, text: str) -> None: ...


def get_log_service() -> LogService: ...
# file: app/core/security.py
def get_password_hash(password: str) -> str: ...
# file: app/repositories/users.py
from app.core.security import get_password_hash
from app.services.log_service import get_log_service
from sqlalchemy import text
from sqlalchemy.orm import Session


class UserRepository:
    def __init__(self, session: Session, mailer) -> None:
        self.session = session
        self.mailer = mailer

    def create(self, password: str) -> None:
        get_log_service().error("no")
        self.mailer.send(get_password_hash(password))
        self.session.execute(text("insert into users values (1)"))
        if not password:
            raise ValueError(password)
