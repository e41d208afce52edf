"""What was found in a test, in words: each analyte with its level, and what is not confirmed."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from homeward.drugtests import words
from homeward.drugtests.models import AnalyteResult
from homeward.drugtests.rules.alcohol_marker import MARKER
from homeward.drugtests.rules.analytes import POSITIVES, class_of, standing

FOUND = POSITIVES | {"positive_expected", "negative_unexpected"}


def in_order(rows: Iterable[AnalyteResult], panel: Iterable[str]) -> list[AnalyteResult]:
    """As the panel has them, each class before what was named of it, presumptive first."""
    place = {analyte: number for number, analyte in enumerate(panel)}

    def key(row: AnalyteResult) -> tuple[int, bool, str, bool]:
        of_class = class_of(row.analyte)
        stands = place.get(row.analyte, place.get(of_class, 99))
        return stands, row.analyte not in place, row.analyte, row.method != "presumptive"

    return sorted(rows, key=key)


def standing_rows(rows: Iterable[AnalyteResult]) -> list[AnalyteResult]:
    """The present rows that no laboratory has answered since."""
    given = list(rows)
    kept = set(standing((row.analyte, row.method, row.result) for row in given))
    return [row for row in given if (row.analyte, row.method, row.result) in kept]


def found_words(rows: Iterable[AnalyteResult], panel: Iterable[str]) -> str:
    """The findings that stand, in one line; empty when nothing was found.

    Where the alcohol marker is among them, its caution stands behind them wherever they are read.
    """
    found = [row for row in in_order(standing_rows(rows), panel) if row.result in FOUND]
    said = "; ".join(_one(row) for row in found)
    return f"{said}. {words.MARKER_CAUTION}" if any(_is_marker(row) for row in found) else said


def is_marker_alone(rows: Iterable[AnalyteResult]) -> bool:
    """Whether all that was found, confirmed or not, is the alcohol marker."""
    found = [row for row in standing_rows(rows) if row.result in POSITIVES]
    return bool(found) and all(_is_marker(row) for row in found)


def _is_marker(row: AnalyteResult) -> bool:
    return row.result in POSITIVES and class_of(row.analyte) == MARKER


def amount(value: Any, unit: str) -> str:
    """A level as it is written; empty without one."""
    return f"{value.normalize():f} {unit}" if value is not None else ""


def _one(row: AnalyteResult) -> str:
    name = f"{words.analyte(row.analyte)} {amount(row.level, row.unit)}".strip()
    result = str(words.RESULTS[row.result])
    return _("%(analyte)s: %(result)s") % {"analyte": name, "result": result.lower()}
