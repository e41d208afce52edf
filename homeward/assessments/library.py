"""The shipped editions of the assessment and the code set, read once from their files."""

import tomllib
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from homeward.assessments.rules.diagnosing import Family
from homeward.assessments.rules.questions import Edition
from homeward.assessments.rules.reading import edition_of

FOLDER = Path(__file__).parent / "questions"
CURRENT = "bps-1"
CODE_SET = "icd-10-cm-2026"


@cache
def editions() -> tuple[str, ...]:
    """Every shipped edition, by name."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))


@cache
def edition(code: str = CURRENT) -> Edition:
    """One edition; raises KeyError when there is none of that code."""
    if code not in editions():
        raise KeyError(code)
    lists, *domains = [_read(path) for path in sorted((FOLDER / code).glob("*.toml"))]
    return edition_of(code, lists["lists"], domains)


@cache
def families() -> MappingProxyType[str, Family]:
    """The family of each substance, with its diagnosis numbers."""
    document = _read(FOLDER / f"{CODE_SET}.toml")
    known = {code: Family(code=code, **parts) for code, parts in document["families"].items()}
    return MappingProxyType(
        {substance: known[family] for substance, family in document["substances"].items()}
    )


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
