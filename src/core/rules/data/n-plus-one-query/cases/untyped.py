from app.models import Book


def titles(db, ids):
    return [db.query(Book).filter(Book.id == one).first().title for one in ids]  # expect: n-plus-one-query


async def counts(db, rows):
    for row in rows:
        row.count = await db.fetch_val("SELECT COUNT(*) FROM uses WHERE id = :id", {"id": row.id})  # expect: n-plus-one-query


def cached(cache, names):
    return [cache.get(name) for name in names]
