# file: .backend-spec.yaml
profile: modular
rules:
  complex-function: { grade: B }
# file: app/a.py
class Service:
    def six(self, a):  # expect: complex-function
        return a and a or a and a or a and a

    def five(self, a):
        return a and a or a and a or a
