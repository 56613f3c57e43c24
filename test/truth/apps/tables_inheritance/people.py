"""Employees in one table, vehicles in joined ones, documents in concrete ones."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Employee(Base):
    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(String(20))
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "employee"}


class Manager(Employee):
    budget: Mapped[int] = mapped_column(nullable=True)
    __mapper_args__ = {"polymorphic_identity": "manager"}


class Engineer(Employee):
    languages: Mapped[str | None]
    desk: Mapped[str | None] = mapped_column(use_existing_column=True)
    __mapper_args__ = {"polymorphic_identity": "engineer"}


class Intern(Engineer):
    desk: Mapped[str | None] = mapped_column(use_existing_column=True)
    school: Mapped[str | None] = mapped_column(String(50), index=True)
    __mapper_args__ = {"polymorphic_identity": "intern"}


class Vehicle(Base):
    __tablename__ = "vehicle"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind"}


class Car(Vehicle):
    __tablename__ = "car"
    id: Mapped[int] = mapped_column(ForeignKey("vehicle.id"), primary_key=True)
    doors: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "car"}


class Truck(Vehicle):
    __tablename__ = "truck"
    truck_id = mapped_column("id", ForeignKey(Vehicle.id), primary_key=True)
    load: Mapped[float | None]
    __mapper_args__ = {"polymorphic_identity": "truck"}


class Document(Base):
    __tablename__ = "document"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]


class Invoice(Document):
    __tablename__ = "invoice"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(40))
    amount: Mapped[int]
    __mapper_args__ = {"concrete": True}
