# file: app/constants.py
SEARCH_URL = "https://search.internal:9200"  # expect: hardcoded-config
SESSION_KEY = "b1946ac92492d2347c62"  # expect: hardcoded-config
PAGE_SIZE = "20"
# file: app/main.py
from fastapi import FastAPI
from starlette.middleware.sessions import SessionMiddleware as Sessions

from app import constants

app = FastAPI()
app.add_middleware(Sessions, secret_key=constants.SESSION_KEY)
# file: app/search.py
from elasticsearch import AsyncElasticsearch as Elastic

from app.constants import PAGE_SIZE, SEARCH_URL


def make_search() -> Elastic:
    return Elastic(hosts=[SEARCH_URL], max_retries=PAGE_SIZE)
