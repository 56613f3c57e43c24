# file: app/__init__.py
# file: app/mail.py
import requests

session = requests.Session()


class Mailer: ...
# file: tests/test_mail.py
from unittest.mock import MagicMock, patch
from requests import Session
from app.mail import Mailer

mailer = MagicMock(spec=Mailer)
http = MagicMock(spec=Session)
anything = MagicMock()


@patch("app.mail.session")
@patch("app.mail.Mailer")
@patch("app.mail.unknown")
@patch("somewhere.else_.Repository")
def test_mail(first, second, client):
    with patch.object(client, "get"), patch.object(mailer, "send"):
        client.patch("/orders/1")
