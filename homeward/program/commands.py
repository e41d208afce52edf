"""`homeward program load FILE`."""

import sys
from pathlib import Path
from typing import Any

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.bad_input import BadInput
from homeward.program import actions

DONE, BAD = 0, 2
LARGEST = 16_000_000  # bytes


def load(document: None, *, arguments: Any) -> tuple[dict[str, Any], int]:
    """Load a program file (TOML): all of it, or nothing and every problem with its line.

    Loading the same file again changes nothing; an altered file changes rows by their codes.
    """
    text = _text_of(arguments.file)
    actor = Actor.of_service("command_line")
    try:
        loaded = actions.load_program_file(actor=actor, text=text, now=clock.now())
    except actions.ProgramFileRefused as refused:
        for problem in refused.problems:
            print(f"{arguments.file}: {problem}", file=sys.stderr)
        problems = [problem.to_json() for problem in refused.problems]
        return {"loaded": False, "problems": problems}, BAD
    for warning in loaded.warnings:
        print(f"{arguments.file}: warning: {warning}", file=sys.stderr)
    return {"loaded": True, **loaded.to_json()}, DONE


def _text_of(file: str) -> str:
    try:
        raw = Path(file).read_bytes()
    except OSError as problem:
        raise BadInput("file", f"{file} cannot be read: {problem.strerror}") from None
    except ValueError:
        raise BadInput("file", "this is not a file name") from None
    if len(raw) > LARGEST:
        raise BadInput("file", f"{file} is larger than {LARGEST // 1_000_000} MB")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise BadInput("file", f"{file} line {line} is not UTF-8; save it as UTF-8") from None
