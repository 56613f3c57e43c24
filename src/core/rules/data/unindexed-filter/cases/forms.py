# file: app/shop/models.py
import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Customer(Base):
    __tablename__ = "customers"
    id = Column(Integer, primary_key=True)
    name = Column(String(80), nullable=False)  # expect: unindexed-filter
    city: Mapped[str]  # expect: unindexed-filter


class Line(Base):
    __tablename__ = "lines"
    __table_args__ = (UniqueConstraint("order_id", "product_id"),)
    order_id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(  # expect: unindexed-filter
        ForeignKey("products.id"),
        primary_key=True,
    )


class Product(Base):
    __tablename__ = "products"
    id: Mapped[int] = mapped_column(primary_key=True)
    price: Mapped[int] = mapped_column(sa.Integer)  # expect: unindexed-filter
# file: app/shop/repository.py
import sqlalchemy as sql
from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.shop.models import Customer as Buyer
from app.shop.models import Line, Product


class ShopRepository:
    def __init__(self, session: Session):
        self.session = session

    def by_name(self, name: str):
        return self.session.query(Buyer).filter_by(name=name).first()

    def by_city(self, cities: list[str]):
        return self.session.scalars(sql.select(Buyer).where(Buyer.city.in_(cities))).all()

    def forget(self, product_id: int):
        self.session.execute(sql.delete(Line).where(and_(Line.product_id == product_id)))

    def dearest(self):
        return self.session.scalar(select(Product).order_by(Product.price.desc()).limit(1))
