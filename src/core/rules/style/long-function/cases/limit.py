# file: .backend-spec.yaml
profile: modular
rules:
  long-function: { limit: 3 }
# file: app/a.py
class Service:
    async def run(self):  # expect: long-function
        a = 1
        b = 2
        c = (
            3
        )
        return a, b, c

    def text(self):  # expect: long-function
        return """
        select 1

        # not a comment
        """
