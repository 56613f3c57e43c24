"""A task through a real worker, twice for one key, with one effect: `work.py URL MODULE_OF_TASKS`."""

import asyncio
import importlib
import json
import os
import sys
import time

import websockets

sys.path[:0] = [os.getcwd(), os.path.dirname(__file__)]
from token_client import get, inner, post, sign_in, wait_for  # noqa: E402


def items(answer):
    return answer["data"] if "data" in answer else answer["items"]


async def events(url, token, wanted):
    seen = []
    address = url.replace("http", "ws", 1) + "/api/v1/notifications/ws"
    async with websockets.connect(address) as socket:
        await socket.send(token)
        await asyncio.sleep(0.5)
        job = await asyncio.to_thread(post, f"{url}/api/v1/tasks/greeting", {"key": "one"}, token)
        again = await asyncio.to_thread(post, f"{url}/api/v1/tasks/greeting", {"key": "one"}, token)
        assert job["id"] == again["id"], (job, again)
        async with asyncio.timeout(30):
            while len(seen) < wanted:
                seen.append(json.loads(await socket.recv())["event"])
    return job, seen


def status_of(url, job, token):
    return inner(get(f"{url}/api/v1/jobs/{job['id']}", token))["status"]


def main(url, module):
    wait_for(url)
    token = sign_in(url)
    job, seen = asyncio.run(events(url, token, 2))
    assert seen == ["greeting", "job.done"], seen
    assert status_of(url, job, token) == "done"
    # The message again, as a queue may deliver it.
    greet = importlib.import_module(module).greet
    (greet.send if hasattr(greet, "send") else greet.delay)(job["id"])
    time.sleep(3)
    told = items(get(f"{url}/api/v1/notifications", token))
    assert [one["event"] for one in told] == ["greeting"], told


main(*sys.argv[1:])
