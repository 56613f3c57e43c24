from fastapi import HTTPException


def called_twice(it):
    raise HTTPException(400, f"Pair {next(it)} and {next(it)} of {it}")  # expect: inline-error-string


def taken_by_a_parameter(ERROR_GONE_AWAY):
    raise HTTPException(410, "Gone away")  # expect: inline-error-string


def taken_by_a_local_import():
    import ERROR_CLOSED

    raise HTTPException(410, ERROR_CLOSED.text or "Closed")  # expect: inline-error-string


def named_characters(x):
    raise HTTPException(400, f"Bullet \N{BULLET} {x}")  # expect: inline-error-string


def a_string_enum(role):
    raise HTTPException(400, "Role " + role + " is unknown")  # expect: inline-error-string
