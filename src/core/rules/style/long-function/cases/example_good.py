def import_product(row: dict[str, str], products: dict[str, Product]) -> Product:
    check_required(row)
    product = products.setdefault(row["sku"], Product(sku=row["sku"]))
    product.update(row["name"], gross_price(row), shipping_price(row))
    product.stock += int(row["stock"])
    return product
