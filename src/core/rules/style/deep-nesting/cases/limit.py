# file: .backend-spec.yaml
profile: modular
rules:
  deep-nesting: { limit: 2 }
# file: app/a.py
def run(rows):
    for row in rows:
        if row:  # expect: deep-nesting
            if row.a:
                print(row)


def two(rows):
    for row in rows:
        if row:
            print(row)
