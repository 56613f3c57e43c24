import logging
from http.server import BaseHTTPRequestHandler


class Lines(logging.Handler):
    def handle(self, record):
        return record

    def get_data(self):
        return 1


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        return 1
