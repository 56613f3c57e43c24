# file: app/main.py
from celery import Celery
from fastapi import Depends, FastAPI
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

celery = Celery("app")
app = FastAPI()


class Base(DeclarativeBase):
    pass


class Hail(Base):
    __tablename__ = "hails"
    id: Mapped[int] = mapped_column(primary_key=True)
    city: Mapped[str]


@celery.task
def send_request(hail_id: str, city: str) -> None: ...


def get_db() -> Session: ...


@app.post("/hails")
def converted(city: str, db: Session = Depends(get_db)) -> None:
    hail = Hail(city=city)
    db.add(hail)
    db.flush()
    hail_id = str(hail.id)
    send_request.delay(hail_id, city)  # expect: enqueue-before-commit
    db.commit()


@app.post("/hails/signed")
def signed(city: str, db: Session = Depends(get_db)) -> None:
    hail = Hail(city=city)
    db.add(hail)
    db.flush()
    send_request.s(hail.id, city).apply_async()  # expect: enqueue-before-commit
    db.commit()


@app.post("/hails/late")
def later(city: str, db: Session = Depends(get_db)) -> None:
    hail = Hail(city=city)
    db.add(hail)
    db.flush()
    send_request.s(hail.id, city).set(countdown=60).apply_async()
    db.commit()


@app.post("/hails/after")
def after(city: str, db: Session = Depends(get_db)) -> None:
    hail = Hail(city=city)
    db.add(hail)
    db.commit()
    hail_id = str(hail.id)
    send_request.s(hail_id, city).apply_async()


@app.post("/hails/length")
def length(city: str, db: Session = Depends(get_db)) -> None:
    hail = Hail(city=city)
    db.add(hail)
    size = len(hail.city)
    send_request.delay(size, city)
    db.commit()
