"""Waits until a service is there, registers a user and prints a token: `token_client.py URL`."""

import json
import sys
import time
import urllib.error
import urllib.request
from uuid import uuid4


def post(url, data, token=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(url, json.dumps(data).encode(), headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return inner(json.load(answer))


def get(url, token=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    request = urllib.request.Request(url, headers=headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def inner(answer):
    """What an envelope holds, where there is one."""
    return answer["data"] if "data" in answer else answer


def wait_for(url):
    for _ in range(100):
        try:
            return get(f"{url}/ready")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise SystemExit(f"{url} does not get ready")


def sign_in(url):
    credentials = {"email": f"{uuid4().hex}@example.com", "password": "correct horse battery"}
    post(f"{url}/api/v1/users", {**credentials, "name": "Stack"})
    return post(f"{url}/api/v1/users/token", credentials)["access_token"]


if __name__ == "__main__":
    wait_for(sys.argv[1])
    print(sign_in(sys.argv[1]))
