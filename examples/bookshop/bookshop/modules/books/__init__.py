"""Books that the shop sells, and how many are left."""
