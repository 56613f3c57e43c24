"""Prints the operations of an application's OpenAPI document, with what clients do not see taken out.

usage: python openapi.py MODULE:NAME
"""

import importlib
import json
import sys

# Words and examples are for people; what a default is does not change what may be sent.
SILENT = {"title", "description", "summary", "example", "examples", "default", "operationId", "tags", "deprecated"}


def plain(value, document, seen=()):
    """A schema with its references written out and what is silent left out."""
    if isinstance(value, list):
        return [plain(one, document, seen) for one in value]
    if not isinstance(value, dict):
        return value
    reference = value.get("$ref")
    if reference is not None:
        if reference in seen:
            return {"circle": reference}
        target = document
        for part in reference.removeprefix("#/").split("/"):
            target = target[part]
        return plain(target, document, (*seen, reference))
    kept = {}
    for key, one in value.items():
        if key == "properties":
            kept[key] = {name: plain(schema, document, seen) for name, schema in one.items()}
        elif key == "required":
            kept[key] = sorted(one) if isinstance(one, list) else one
        elif key not in SILENT:
            kept[key] = plain(one, document, seen)
    return kept


def operation(given, document):
    path_names = [one["name"] for one in given.get("parameters", []) if one["in"] == "path"]
    parameters = []
    for one in plain(given.get("parameters", []), document):
        name = one["name"] if one["in"] != "path" else str(path_names.index(one["name"]))
        parameters.append({**one, "name": name})
    success = {status: one for status, one in given["responses"].items() if status.startswith("2")}
    return {
        "parameters": sorted(parameters, key=lambda one: (one["in"], one["name"])),
        "body": plain(given.get("requestBody"), document),
        "responses": plain(success, document),
        "security": sorted(name for one in given.get("security", []) for name in one),
    }


module, name = sys.argv[1].split(":")
sys.path.insert(0, ".")
document = getattr(importlib.import_module(module), name).openapi()
operations = {
    f"{method.upper()} {path}": operation(given, document)
    for path, methods in document["paths"].items()
    for method, given in methods.items()
}
print("OPERATIONS " + json.dumps(operations, sort_keys=True))
