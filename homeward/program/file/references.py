"""Codes that must be unique and codes that must exist."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from homeward.program.file.fields import nearest
from homeward.program.file.positions import Path
from homeward.program.file.problems import Findings


class Coded(Protocol):
    """A part of the file with a code of its own."""

    @property
    def code(self) -> str: ...

    @property
    def where(self) -> Path: ...


def refuse_twins(findings: Findings, what: str, parts: Iterable[Coded]) -> None:
    """Two parts of one kind never share a code."""
    first: dict[str, Path] = {}
    for part in parts:
        if part.code in first:
            line = findings.positions.line_of(first[part.code])
            findings.refuse(
                (*part.where, "code"),
                f"the {what} {part.code!r} already stands on line {line}; give it another code",
            )
        elif part.code:
            first[part.code] = part.where


def refuse_unknown(
    findings: Findings,
    path: Path,
    code: str,
    what: str,
    known: Mapping[str, object] | Iterable[str],
) -> bool:
    """Whether the code exists; notes the fault with the nearest code when it does not."""
    codes = list(known)
    if not code or code in codes:
        return bool(code)
    near = nearest(code, codes)
    listed = ", ".join(codes[:12]) or "none yet"
    findings.refuse(path, f"there is no {what} {code!r}; {near or f'the file has: {listed}'}")
    return False
