"""What was found in the client's own tests, each by its name, and what may be left from before.

The words are those of every other page (`drugtests/findings.py`): a first reading stays "not
confirmed", a prescribed medicine is "found, as prescribed". Nothing is said of a specimen that
cannot be read, nor before a result is in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.drugtests.findings import found_words, standing_rows
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.drugtests.queries import creatinine_of, reading_of
from homeward.drugtests.rules.analytes import (
    POSITIVES,
    Earlier,
    WindowNumbers,
    may_be_residual,
    speaks_of,
)
from homeward.drugtests.rules.reading import POSITIVE, UNREADABLE
from homeward.drugtests.words import analyte
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.program.queries import numbers_for

SILENT = (*UNREADABLE, "pending")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one test, and one line for each finding that may be an old one."""

    found: str = ""
    left_over: tuple[str, ...] = ()


NOTHING = Finding()


def findings_of(own: Own, tests: Sequence[DrugTest]) -> dict[UUID, Finding]:
    """The findings of these tests, by test; one read, and the windows where one is asked for."""
    told = [test for test in tests if reading_of(test) not in SILENT]
    if not told:
        return {}
    rows = AnalyteResult.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
        Q(test__in=[test.pk for test in told]) | Q(test__outcome__in=POSITIVE),
        client=own.client,
        superseded_by=None,
    )
    by_test: dict[UUID, list[AnalyteResult]] = {}
    for row in rows.select_related("test__episode").order_by("at", "pk"):
        by_test.setdefault(row.test_id, []).append(row)
    positive = _Positives.of(by_test.values(), own)
    return {
        test.pk: Finding(
            found_words(by_test.get(test.pk, ()), test.panel), positive.left_over(test)
        )
        for test in told
    }


@dataclass(frozen=True, slots=True)
class _Positives:
    """Every finding of one person that stands, with the day of its cup."""

    lines: tuple[tuple[date, AnalyteResult], ...]
    windows: WindowNumbers | None

    @classmethod
    def of(cls, tests: Iterable[list[AnalyteResult]], own: Own) -> "_Positives":
        """With the windows in force today, where more than one test found something."""
        lines = tuple(
            (own.at_wall(row.test.collected_at).date(), row)
            for rows in tests
            for row in standing_rows(rows)
            if row.result in POSITIVES and row.test.collected_at is not None
        )
        if len({row.test_id for _day, row in lines}) < 2:
            return cls(lines, None)
        program_id = lines[-1][1].test.episode.program_id
        return cls(lines, WindowNumbers.of(numbers_for(program_id, own.today)))

    def left_over(self, test: DrugTest) -> tuple[str, ...]:
        """One line for each finding that may be left from a use that was found before."""
        own = [(day, row) for day, row in self.lines if row.test_id == test.pk]
        said = (self._line(day, row) for day, row in own)
        return tuple(dict.fromkeys(line for line in said if line))

    def _line(self, day: date, row: AnalyteResult) -> str:
        before = [
            Earlier(on=on, level=each.level, creatinine=creatinine_of(each.test))
            for on, each in self.lines
            if on < day and speaks_of(each.analyte, row.analyte)
        ]
        if not before or self.windows is None:
            return ""
        found = may_be_residual(
            row.analyte, day, row.level, before, creatinine_of(row.test), numbers=self.windows
        )
        if found is None:
            return ""
        return _(
            "%(analyte)s was also found on %(day)s. It can still show from that time. This may "
            "not be new use."
        ) % {"analyte": analyte(row.analyte), "day": date_format(found.on, "j F Y")}
