def import_product(row: dict[str, str], products: dict[str, Product]) -> Product:  # expect: long-function
    sku = row["sku"]
    name = row["name"]
    price = row["price"]
    tax = row["tax"]
    weight = row["weight"]
    width = row["width"]
    height = row["height"]
    depth = row["depth"]
    color = row["color"]
    size = row["size"]
    brand = row["brand"]
    stock = row["stock"]
    if not sku:
        raise ValueError("sku")
    if not name:
        raise ValueError("name")
    price = Decimal(price)
    tax = Decimal(tax)
    gross = price * (1 + tax)
    weight = float(weight)
    volume = float(width) * float(height) * float(depth)
    shipping = 4 if weight < 2 else 7
    if volume > 60:
        shipping += 3
    product = products.get(sku)
    if product is None:
        product = Product(sku=sku)
        products[sku] = product
    product.update(name, gross, shipping, color, size, brand)
    product.stock += int(stock)
    return product
