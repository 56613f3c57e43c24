# file: .backend-spec.yaml
import-rules:
  - { from: shop.billing, may-not-import: shop.users }
  - { from: shop, may-not-import: requests, message: "Use httpx." }
  - { from: shop.users, may-not-import: sqlalchemy.orm }
# file: shop/__init__.py
# file: shop/billing/__init__.py
# file: shop/billing/a.py
import requests  # expect: own-import-rule
import os, requests.adapters as adapters  # expect: own-import-rule
import shop.users.models  # expect: own-import-rule
from shop import users  # expect: own-import-rule
from ..users import models as m  # expect: own-import-rule
from shop.users.models import User, other  # expect: own-import-rule


def later():
    from requests import Session  # expect: own-import-rule

    return Session
# file: shop/users/__init__.py
# file: shop/users/models.py
from sqlalchemy import orm  # expect: own-import-rule
from sqlalchemy import select
from sqlalchemy.orm import Session  # expect: own-import-rule

class User: ...
