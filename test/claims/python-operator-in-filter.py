import json

from app.users.models import Base, User
from app.users.repository import UserRepository
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(User(id=1, email="a@b.c", is_active=False, deleted_at=None))
    session.commit()
    repository = UserRepository(session)
    found = repository.find("a@b.c")
    deleted = repository.deleted()
seen = f"find() gave {'an inactive user' if found else 'nobody'}, deleted() {len(deleted)} that nobody deleted"
print(json.dumps({"bug": found is not None and len(deleted) == 1, "seen": seen}))
