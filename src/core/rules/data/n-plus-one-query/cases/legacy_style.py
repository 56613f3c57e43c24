from sqlalchemy.orm import Session
from app.models import Node, Usage


def usage(db: Session) -> dict:
    found = {}
    for node in db.query(Node).all():
        found[node.id] = db.query(Usage).filter(Usage.node_id == node.id).count()  # expect: n-plus-one-query
    return found
