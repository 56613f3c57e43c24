"""What CPython makes of a text, one line a node, as scripts/checkAst/dump.ts writes it of ours."""

import ast
import json
import struct
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(5000)

_LEFT_OUT = {"type_comment", "type_ignores"}
_EMPTY = (ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop)
_fields = {}


def _fields_of(cls):
    fields = _fields.get(cls)
    if fields is None:
        fields = _fields[cls] = sorted(f for f in cls._fields if f not in _LEFT_OUT)
    return fields


def _value(value):
    if value is None or value is True or value is False:
        return str(value)
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, int):
        return hex(value)
    if isinstance(value, float):
        return "float:" + struct.pack(">d", value).hex()
    if isinstance(value, complex):
        return "complex:" + struct.pack(">d", value.imag).hex()
    if isinstance(value, bytes):
        return "bytes:" + json.dumps(value.decode("latin-1"))
    return "Ellipsis"


def _columns(text):
    """For each line that is not ASCII, its UTF-8 bytes; None for the others."""
    if text.isascii():
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [None if line.isascii() else line.encode("utf-8", "surrogatepass") for line in lines]


def _utf16(columns, line, column):
    if columns is None or columns[line] is None:
        return column
    before = columns[line][:column].decode("utf-8", "surrogatepass")
    return len(before) + sum(1 for c in before if ord(c) > 0xFFFF)


def dump(text):
    """The lines, or the name of what CPython raises after a `!`."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return "!" + type(error).__name__ + ": " + str(error)
    columns = _columns(text)
    out = []
    stack = [("", tree)]
    while stack:
        label, node = stack.pop()
        cls = type(node)
        parts = [label, cls.__name__]
        end = getattr(node, "end_col_offset", None)
        if end is not None:
            line, last = node.lineno - 1, node.end_lineno - 1
            start = _utf16(columns, line, node.col_offset)
            parts.append(f"{line}:{start}-{last}:{_utf16(columns, last, end)}")
        children = []
        for field in _fields_of(cls):
            value = getattr(node, field, None)
            if isinstance(value, list):
                parts.append(f"{field}[{len(value)}]")
                for item in value:
                    if isinstance(item, _EMPTY):
                        parts.append(type(item).__name__)
                    elif isinstance(item, ast.AST):
                        children.append((field, item))
                    else:
                        parts.append(_value(item))
            elif isinstance(value, _EMPTY):
                parts.append(f"{field}={type(value).__name__}")
            elif isinstance(value, ast.AST):
                children.append((field, value))
            else:
                parts.append(f"{field}={_value(value)}")
        out.append(" ".join(parts))
        stack.extend(reversed(children))
    return "\n".join(out)
