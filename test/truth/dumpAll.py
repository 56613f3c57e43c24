#!/usr/bin/env python3
"""Rewrite `expected/NAME.json` for each application under `apps/` (or the named ones) with what it says when it runs.

usage: python dumpAll.py [NAME ...]           with a Python that has the packages of `requirements.txt`
       python dumpAll.py --older [NAME ...]   with one that has those of `requirements-older.txt`; writes what differs

An application that pins its versions says `"versions": "older"` (or `"newest"`) in its `truth.json`; of the others both
answers are right where they differ.

An application's `truth.json` says how it is run; without one it is `main:app` at its folder. With several `runs` (other
environment variables, or another backend of the same repository) the answer is all they report together.
"""

import importlib.metadata
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = ("fastapi", "starlette", "pydantic", "pydantic-settings", "sqlalchemy", "sqlmodel")


def run(folder, how):
    """What one way of running the application reports, its files relative to the application's folder."""
    root = how.get("root", ".")
    command = [sys.executable, "-B", str(HERE / "dump.py"), how.get("app", "main:app"), *how.get("modules", [])]
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "SYSTEMROOT", "LANG")}
    paths = os.pathsep.join(str(folder / p) for p in how.get("paths", []))
    environment = {**kept, "PYTHONHASHSEED": "0", "PYTHONPATH": paths, **how.get("env", {})}
    done = subprocess.run(command, cwd=folder / root, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    out = json.loads(done.stdout)
    if out["not_imported"]:
        raise RuntimeError(str(out["not_imported"]))
    for route in out["routes"]:
        route["file"] = os.path.normpath(os.path.join(root, route["file"])).replace(os.sep, "/")
    return out


def stated_of(folder):
    file = folder / "truth.json"
    return json.loads(file.read_text()) if file.exists() else {}


def truth(folder, stated):
    """All that the runs report, each route and each table once."""
    routes, tables = [], {}
    for how in stated.get("runs", [stated]):
        out = run(folder, {**stated, **how})
        routes += [r for r in out["routes"] if r not in routes] if routes else out["routes"]
        for table in out["tables"]:
            tables.setdefault((table["schema"] or "", table["name"]), table)
    return {"routes": routes, "tables": [tables[k] for k in sorted(tables)]}


def versions():
    return {"python": platform.python_version(), **{p: importlib.metadata.version(p) for p in PACKAGES}}


def main():
    older = "--older" in sys.argv
    names = [a for a in sys.argv[1:] if a != "--older"]
    expected = HERE / "expected" / ("older" if older else "")
    expected.mkdir(exist_ok=True)
    if not names:
        names = sorted(p.name for p in (HERE / "apps").iterdir() if p.is_dir())
        for old in expected.glob("*.json"):
            old.unlink()
    failed = []
    for name in names:
        stated = stated_of(HERE / "apps" / name)
        if stated.get("versions", "") == ("newest" if older else "older"):
            continue
        try:
            out = truth(HERE / "apps" / name, stated)
        except RuntimeError as error:
            failed.append(name)
            print(f"{name} does not run: {error}", file=sys.stderr)
            continue
        newest = HERE / "expected" / f"{name}.json"
        same = older and newest.exists() and json.loads(newest.read_text()) == out
        if not same:
            (expected / f"{name}.json").write_text(json.dumps(out, indent=2) + "\n")
        print(f"{name}: {len(out['routes'])} routes, {len(out['tables'])} tables{', the same' if same else ''}")
    (expected / "versions.json").write_text(json.dumps(versions(), indent=2) + "\n")
    biome = HERE.parents[1] / "node_modules" / ".bin" / "biome"
    if biome.exists() and shutil.which("node"):
        subprocess.run([str(biome), "format", "--write", "--log-level=error", str(expected)], check=True, cwd=HERE.parents[1])
    sys.exit(f"do not run: {', '.join(failed)}" if failed else 0)


main()
