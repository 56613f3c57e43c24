"""Factories with options passed on: keyword dictionaries, defaults that are None, early returns, flags from callers."""

from api.build import Options, build

app = build(Options(docs=True), prefix="/opt", extra=None, **{"version": 4})
