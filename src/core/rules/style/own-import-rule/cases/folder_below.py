# file: backend/.backend-spec.yaml
layers:
  router: ["app/api.py"]
  service: ["app/service.py"]
import-rules:
  - { from: router, may-not-import: service }
# file: backend/app/__init__.py
# file: backend/app/api.py
from app.service import run  # expect: own-import-rule
# file: backend/app/service.py
def run(): ...
