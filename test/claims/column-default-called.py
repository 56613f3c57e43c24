import json
import time

from app.posts.models import Base, Post
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    first = Post()
    session.add(first)
    session.flush()
    first.tags.append("news")
    time.sleep(0.01)
    second = Post()
    session.add(second)
    session.flush()
    same = first.created_at == second.created_at
    tags = second.tags
seen = f"the second row has {'the same time as' if same else 'a later time than'} the first, and the tags {tags}"
print(json.dumps({"bug": same and tags == ["news"], "seen": seen}))
