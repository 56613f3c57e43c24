# file: app/models.py
import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.ext.hybrid import hybrid_property

Base = orm.declarative_base()


class Org(Base):
    __tablename__ = "orgs"
    id = sa.Column(sa.Integer, primary_key=True)


class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    org_id = sa.Column(sa.ForeignKey("orgs.id"))
    age = sa.Column(sa.Integer)
    name = sa.Column(sa.String)
    is_active = sa.Column(sa.Boolean)
    org = orm.relationship(Org)

    @hybrid_property
    def is_adult(self):
        return self.age >= 18


# file: app/queries.py
import sqlalchemy as db
from sqlalchemy.orm import aliased

from app.models import Org, User as Account

Other = aliased(Account)


def inactive():
    return db.select(Account).where(not Account.is_active)  # expect: python-operator-in-filter


def named(session, names):
    return session.query(Account).filter(Account.name in names).all()  # expect: python-operator-in-filter


def unnamed(session, names):
    return session.query(Account).filter(db.func.lower(Account.name) not in names).all()  # expect: python-operator-in-filter


def either(name):
    return db.select(Account).where(Account.name == name or Account.is_adult)  # expect: python-operator-in-filter


def grown():
    return db.select(Account).where(18 < Account.age < 30)  # expect: python-operator-in-filter


def without_org():
    return db.select(Account).where(Account.org is None)  # expect: python-operator-in-filter


def joined():
    query = db.select(Account).join(Org, Org.id == Account.org_id and Account.is_active)  # expect: python-operator-in-filter
    return query.where(db.or_(Other.name is None, not (Other.age > 3)))  # expect: python-operator-in-filter, python-operator-in-filter


def chosen(name, age=None):
    filters = [Account.name is None]  # expect: python-operator-in-filter
    if age:
        filters.append(Account.age == age and Account.is_active == True)  # expect: python-operator-in-filter
    return db.select(Account).where(*filters)


def on_table():
    users = Account.__table__
    return db.select(users).where(users.c.name is None)  # expect: python-operator-in-filter
