# file: app/preview.py
from unittest.mock import MagicMock
from sqlalchemy.orm import Session

session = MagicMock(spec=Session)
