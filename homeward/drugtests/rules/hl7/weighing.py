"""What an order's lines bring beside what is on file: written, passed over, or left to a person.

A line may name an analyte that was ordered, or a member of a class that was ordered. Nothing of an
order is written while one of its lines waits for a person.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from homeward.drugtests.rules.analytes import is_within
from homeward.drugtests.rules.hl7.comparing import CONFLICT, CORRECTS, NEW, OnFile, compare
from homeward.drugtests.rules.hl7.meaning import Line

Present = Mapping[tuple[str, str], OnFile]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The lines that are news, and why a person must look; never both."""

    news: tuple[Line, ...] = ()
    codes: tuple[str, ...] = ()


def weigh_lines(
    lines: Sequence[Line], reported_at: datetime | None, ordered: Collection[str], present: Present
) -> Weighed:
    """Each line beside the order and beside what is on file by (analyte, method)."""
    codes, news = [], []
    if any(not is_within(line.analyte, ordered) for line in lines):
        codes.append("analyte_not_ordered")
    for line in lines:
        verdict = compare(line, reported_at, present.get((line.analyte, line.method)))
        if verdict == CONFLICT:
            codes.append("differs_without_correction")
        elif verdict in (NEW, CORRECTS):
            news.append(line)
    if codes:
        return Weighed(codes=tuple(dict.fromkeys(codes)))
    return Weighed(news=tuple(news))


def is_all_answered(ordered: Collection[str], answered: Collection[str]) -> bool:
    """Whether each analyte that was asked for has a result, its own or a member's."""
    return all(any(is_within(analyte, (wanted,)) for analyte in answered) for wanted in ordered)
