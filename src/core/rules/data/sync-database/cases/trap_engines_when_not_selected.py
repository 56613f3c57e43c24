# file: .backend-spec.yaml
profile: layered
# file: app/database.py
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

engine = create_engine("sqlite://")
Local = sessionmaker(engine)
