"""JSON in, JSON out, and errors that say where and how to mend.

Exit statuses of every command: 0 done, 1 a check or verification failed, 2 bad input.
"""

import json
import math
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from homeward.kernel.bad_input import BadInput

DONE, FAILED, BAD = 0, 1, 2
DEEPEST = 100
LARGEST = 64_000_000  # bytes


def read_document(file: str | None) -> tuple[Any, bool]:
    """The JSON in a file or on standard input, and whether it was JSON Lines.

    Raises BadInput with line and column for anything that is not JSON.
    """
    text = _read_text(file)
    if not text.strip():
        raise BadInput("", "the input is empty; give a JSON document (file or standard input)")
    try:
        return _parse(text), False
    except json.JSONDecodeError as fault:
        lines = [line for line in text.splitlines() if line.strip()]
        if fault.msg != "Extra data" or len(lines) < 2:
            raise BadInput("", _place(fault)) from None
    numbered = enumerate(text.splitlines(), 1)
    return [_parse_line(number, line) for number, line in numbered if line.strip()], True


def _read_text(file: str | None) -> str:
    try:
        if file and file != "-":
            raw = Path(file).read_bytes()
        else:
            if sys.stdin is None or sys.stdin.isatty():
                raise BadInput("", "give a JSON document as a file or on standard input")
            raw = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as problem:
        raise BadInput("", f"{file} cannot be read: {problem.strerror}") from None
    if len(raw) > LARGEST:
        raise BadInput("", f"the input is larger than {LARGEST // 1_000_000} MB")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BadInput("", f"the input is not UTF-8 (byte {fault.start + 1})") from None


def _parse(text: str) -> Any:
    try:
        document = json.loads(
            text,
            object_pairs_hook=_without_twins,
            parse_constant=_refuse_constant,
            parse_float=_finite,
        )
        _measure_depth(document)
    except RecursionError:
        raise BadInput("", f"the input is nested deeper than {DEEPEST} levels") from None
    except BadInput:
        raise
    except json.JSONDecodeError:
        raise
    except ValueError:
        raise BadInput("", "the input has a number with too many digits") from None
    return document


def _parse_line(number: int, line: str) -> Any:
    try:
        return _parse(line)
    except json.JSONDecodeError as fault:
        raise BadInput("", f"line {number}, column {fault.colno}: {fault.msg}") from None
    except BadInput as fault:
        raise BadInput(fault.path, f"line {number}: {fault.mend}") from None


def _place(fault: json.JSONDecodeError) -> str:
    return f"line {fault.lineno}, column {fault.colno}: this is not JSON ({fault.msg})"


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BadInput(key, "this key stands twice in one object")
        found[key] = value
    return found


def _refuse_constant(name: str) -> Any:
    raise BadInput("", f"{name} is not a JSON number")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise BadInput("", f"{text[:20]} is too large a number")
    return value


def _measure_depth(document: Any) -> None:
    layer, depth = [document], 0
    while layer:
        depth += 1
        if depth > DEEPEST:
            raise RecursionError
        layer = [inner for value in layer for inner in _parts(value)]


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def write_answer(answer: Any, *, as_lines: bool = False) -> None:
    """Print an answer as JSON, or one line for each element."""
    if as_lines and isinstance(answer, list):
        for item in answer:
            print(json.dumps(item, ensure_ascii=False, default=_plain))
    else:
        print(json.dumps(answer, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: Any) -> Any:
    """Instants, dates, identifiers and codes as JSON has them."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value)


def say(text: str) -> None:
    """A message for a person; standard output stays clean for JSON."""
    print(text, file=sys.stderr, flush=True)
