#!/usr/bin/env python3
"""Print, as JSON, the routes and tables that a FastAPI application has when it runs.

usage (in the application's folder, with a Python that has its packages): python dump.py APP [MODULE ...]

APP is `package.module:app` or `package.module:create_app()`; each MODULE is imported too, for models which nothing else
imports. The fields mean what those of `shared/truth/dump.py` mean; `def` is added: the line of a handler's own `def`
(`line` is that of its first decorator), `kind`: `api` for a FastAPI route, else `starlette`.
"""

import ast
import gc
import importlib
import inspect
import json
import os
import sys

VERBS = ("get", "post", "put", "patch", "delete", "head", "options", "trace")


def underlying(handler):
    """The function behind wrappers, partials and callable instances; a class stays itself."""
    handler = inspect.unwrap(handler)
    while hasattr(handler, "func") and not hasattr(handler, "__code__"):
        handler = inspect.unwrap(handler.func)
    if inspect.isclass(handler) or hasattr(handler, "__code__"):
        return handler
    return inspect.unwrap(type(handler).__call__)


def definition_line(file, first):
    """The line of the `def` or `class` whose decorators begin at line `first`; that line itself if there is none."""
    with open(file, encoding="utf-8") as source:
        tree = ast.parse(source.read())
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            if min([node.lineno, *(d.lineno for d in node.decorator_list)]) == first:
                return node.lineno
    return first


def place(handler):
    """Where a handler is written, relative to the working directory."""
    found = underlying(handler)
    try:
        file = inspect.getsourcefile(found)
        first = inspect.getsourcelines(found)[1]
    except (TypeError, OSError):
        return {"file": None, "line": None, "def": None}
    return {
        "file": os.path.relpath(file).replace(os.sep, "/"),
        "line": first,
        "def": definition_line(file, first),
    }


def effective(routes):
    """Routes at the paths they are served at: FastAPI (since 0.140 or so) keeps an included router as one lazy object."""
    for route in routes:
        contexts = getattr(route, "effective_route_contexts", None)
        if contexts is None:
            yield route
        else:
            for context in contexts():
                yield getattr(context, "starlette_route", None) or context


def methods_of(route, endpoint):
    """A route's methods; an HTTPEndpoint class has them as its own, a bare ASGI application answers any."""
    from starlette.routing import WebSocketRoute

    if getattr(route, "methods", None):
        return sorted(route.methods)
    if isinstance(route, WebSocketRoute):
        return ["WEBSOCKET"]
    own = [v.upper() for v in VERBS if inspect.isclass(endpoint) and hasattr(endpoint, v)]
    return sorted(own) or ["ANY"]


def routes_of(app, prefix=""):
    """Every route under an application with its full path, through mounted ones."""
    from starlette.routing import Mount

    for route in effective(getattr(app, "routes", None) or []):
        path = prefix + getattr(route, "path", "")
        endpoint = getattr(route, "endpoint", None)
        if isinstance(route, Mount) or (endpoint is None and hasattr(route, "app")):
            yield from routes_of(getattr(route, "app", None), path)
        elif endpoint is not None:
            found = underlying(endpoint)
            name = getattr(found, "__qualname__", type(found).__qualname__)
            yield {
                "path": path,
                "methods": methods_of(route, endpoint),
                "endpoint": f"{getattr(found, '__module__', '')}:{name}",
                "kind": "api" if hasattr(route, "response_model") else "starlette",
                "status_code": getattr(route, "status_code", None),
                "response_model": str(getattr(route, "response_model", None)),
                "deprecated": bool(getattr(route, "deprecated", None)),
                "tags": [str(getattr(t, "value", t)) for t in getattr(route, "tags", None) or []],
                **place(endpoint),
            }


def is_unique(column, table):
    from sqlalchemy import UniqueConstraint

    if column.unique:
        return True
    sets = [c.columns for c in table.constraints if isinstance(c, UniqueConstraint)]
    sets += [i.columns for i in table.indexes if i.unique]
    return any([getattr(c, "name", None) for c in columns] == [column.name] for columns in sets)


def is_indexed(column, table):
    leading = [next(iter(i.columns), None) for i in table.indexes]
    return bool(column.index) or column.name in [getattr(c, "name", None) for c in leading]


def tables():
    """Every table of every MetaData of the application."""
    try:
        from sqlalchemy import MetaData
    except ImportError:
        return
    library = {
        id(value)
        for name, module in list(sys.modules.items())
        if name.startswith("sqlalchemy.")
        for value in list(vars(module).values())
        if type(value) is MetaData
    }
    seen = set()
    for meta in [o for o in gc.get_objects() if issubclass(type(o), MetaData) and id(o) not in library]:
        for table in meta.tables.values():
            if table.key in seen:
                continue
            seen.add(table.key)
            yield {
                "name": table.name,
                "schema": table.schema,
                "columns": [
                    {
                        "name": column.name,
                        "type": type(column.type).__name__,
                        "nullable": bool(column.nullable),
                        "primary_key": bool(column.primary_key),
                        "unique": is_unique(column, table),
                        "indexed": is_indexed(column, table),
                        "foreign_keys": sorted(k.target_fullname for k in column.foreign_keys),
                    }
                    for column in table.columns
                ],
            }


def main():
    sys.path.insert(0, os.getcwd())
    out, sys.stdout = sys.stdout, sys.stderr
    module, _, attribute = sys.argv[1].partition(":")
    app = getattr(importlib.import_module(module), attribute.removesuffix("()"))
    if attribute.endswith("()"):
        app = app()
    missing = []
    for name in sys.argv[2:]:
        try:
            importlib.import_module(name)
        except Exception as error:
            missing.append(f"{name}: {type(error).__name__}: {error}")
    own = [r for r in routes_of(app) if r["file"] and not r["file"].startswith("..") and "site-packages" not in r["file"]]
    found = sorted(tables(), key=lambda t: (t["schema"] or "", t["name"]))
    json.dump({"app": sys.argv[1], "not_imported": missing, "routes": own, "tables": found}, out, indent=1)


main()
