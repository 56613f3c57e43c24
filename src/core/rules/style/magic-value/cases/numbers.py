class Service:
    def run(self, page_size, order):
        if page_size > 100 or 10 > order.max_items:  # expect: magic-value, magic-value
            return self.load(limit=2.5, max_retries=3)  # expect: magic-value, magic-value

        def inner(cache):
            cache.set("a", ttl=3600)  # expect: magic-value

        return inner
