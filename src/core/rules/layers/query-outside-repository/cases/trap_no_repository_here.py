# file: shop/modules/books/service.py
from sqlalchemy import select
from sqlalchemy.orm import Session


def read(session: Session) -> list[int]:
    return list(session.scalars(select(1)))
# file: shop/modules/orders/repository.py
class OrderRepository: ...
# file: shop/modules/mail/slack/repository.py
class SlackRepository: ...
# file: shop/modules/mail/smtp/service.py
from sqlalchemy.orm import Session


def send(session: Session) -> None:
    session.add(object())
# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }
layers: { service: ["**/service.py"], repository: ["**/repository.py"] }
