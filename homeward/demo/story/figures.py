"""How well a story keeps to the population file: one row a figure, wanted beside simulated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean, median

from .population import by_week, population
from .tally import Tally

COMPARED = (
    "living homeless",
    "living independent",
    "referral criminal_justice",
    "referral self",
    "work working",
    "work not working",
    "substance alcohol",
    "substance heroin",
    "substance methamphetamine",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `within` is the distance allowed, None where it is only shown."""

    name: str
    wanted: float
    got: float
    count: int
    within: float | None = None

    @property
    def holds(self) -> bool:
        """Inside the distance, or only shown."""
        return self.within is None or abs(self.got - self.wanted) <= self.within


@dataclass(frozen=True, slots=True)
class Sheet:
    """Makes rows from a tally."""

    tally: Tally

    def share(
        self, group: str, code: str, wanted: float, within: float | None = None, label: str = ""
    ) -> Row:
        """The share of one code in a group of counts."""
        counts = self.tally.shares[group]
        total = sum(counts.values())
        got = counts[code] / total if total else 0.0
        return Row(label or f"{group}: {code}", wanted, got, total, within)

    def middle(self, name: str, wanted: float, within: float | None = None) -> Row:
        """The median of some numbers."""
        values = self.tally.numbers[name]
        return Row(name, wanted, median(values) if values else 0.0, len(values), within)

    def average(self, name: str, wanted: float, within: float | None = None) -> Row:
        """The mean of some numbers."""
        values = self.tally.numbers[name]
        return Row(name, wanted, mean(values) if values else 0.0, len(values), within)


def rows(tally: Tally) -> list[Row]:
    """Every figure with what the population file wants."""
    sheet = Sheet(tally)
    return [*_way_in(sheet), *_stays(sheet), *_people(sheet), *_groups(sheet), *_measures(sheet)]


def _way_in(sheet: Sheet) -> Iterable[Row]:
    """Census, funnel and waits."""
    facts = population()["funnel"]
    yield sheet.average("in care today", population()["census"]["active_target"], 8)
    yield sheet.share("call to assessment", "lost", facts["call_to_assessment_lost"], 0.03)
    yield sheet.share("assessment to start", "lost", facts["assessment_to_start_lost"], 0.03)
    yield sheet.middle("days call to assessment", facts["wait_call_median_days"], 1.5)
    yield sheet.middle("days assessment to start", facts["wait_start_median_days"], 1.5)


def _stays(sheet: Sheet) -> Iterable[Row]:
    """Reasons, medians, and the hazard of leaving unplanned."""
    facts = population()
    for reason, wanted in facts["discharge"]["share"].items():
        yield sheet.share("reason", reason, wanted, 0.03)
    for reason, wanted in facts["discharge"]["median_days"].items():
        yield sheet.middle(f"stay {reason}", wanted, 5)
    yield sheet.middle("stay all", 41, 5)
    yield sheet.share("left before day 30", "yes", facts["funnel"]["left_before_day30"])
    yield from _hazards(sheet.tally, facts["unplanned_hazard"]["weekly"])


def _people(sheet: Sheet) -> Iterable[Row]:
    """Who calls, and whose chances differ."""
    facts = population()
    for name in ("referral", "payer", "substance", "employment", "living", "sex"):
        weights = facts["profile"][name]
        for code, weight in weights.items():
            yield sheet.share(f"called: {name}", code, weight / sum(weights.values()), 0.03)
    for code, weight in facts["profile"]["past_month_use"].items():
        yield sheet.share("admitted: past_month", code, weight / 100)
    for code, wanted in facts["education"]["completion"].items():
        yield sheet.share(f"completion by education {code}", "completed", wanted)
    for group in COMPARED:
        overall = facts["discharge"]["share"]["completed"]
        yield sheet.share(f"completion by {group}", "completed", overall)


def _groups(sheet: Sheet) -> Iterable[Row]:
    """Attendance and drug tests."""
    facts = population()["drug_tests"]
    shares = facts["positive_by_week"]
    yield sheet.share("group sessions", "came", 0.68, 0.08, "group sessions attended (60-75 %)")
    yield sheet.share("group sessions", "no_show", 0.25, 0.06, "group no-show (20-30 %)")
    yield sheet.share("Mondays", "came", 0.63, None, "Mondays attended")
    yield sheet.share("other days", "came", 0.68, None, "other days attended")
    for group, week in (("1-2", 0), ("3-4", 2), ("5-8", 4), ("9-12", 8)):
        label = f"tests positive of provided, weeks {group}"
        yield sheet.share(f"tests {group}", "positive", shares[week], 0.04, label)
    yield sheet.share("tests", "missed", 0.15, 0.05, "tests missed or refused (10-20 %)")
    yield sheet.share("laboratory", "confirmed", facts["confirmed"], 0.04)


def _measures(sheet: Sheet) -> Iterable[Row]:
    """BAM, PHQ-9, GAD-7 and who is reached afterwards."""
    facts = population()
    for name in ("use", "risk", "protective"):
        for week in (0, 4, 8):
            wanted = by_week(facts["bam"]["weeks"], facts["bam"][name], week)
            yield sheet.average(f"BAM {name} week {week}", wanted, 1.0)
    for name in ("phq9", "gad7"):
        yield sheet.average(f"{name} week 0", facts["mood"][name][0], 1.2)
        yield sheet.average(f"{name} week 8", facts["mood"][name][2], 1.2)
    for month, wanted in facts["follow_up"]["reached"].items():
        yield sheet.share(f"follow-up {month}", "reached", wanted)


def _hazards(tally: Tally, wanted: list[float]) -> list[Row]:
    """Simulated weekly hazard of unplanned leaving beside the default one."""
    unplanned, planned = tally.shares["unplanned week"], tally.shares["planned week"]
    left = sum(unplanned.values()) + sum(planned.values())
    out: list[Row] = []
    for week, share in enumerate(wanted):
        out.append(
            Row(
                f"unplanned hazard week {week + 1}",
                share,
                unplanned[str(week)] / left if left else 0.0,
                left,
            )
        )
        left -= unplanned[str(week)] + planned[str(week)]
    return out


def table(found: Iterable[Row]) -> str:
    """The rows as text, one a line, with a mark where the distance is kept or not."""
    lines = [f"{'figure':52} {'wanted':>8} {'got':>8} {'n':>7}"]
    for row in found:
        mark = "" if row.within is None else ("  ok" if row.holds else "  OFF")
        lines.append(f"{row.name:52} {row.wanted:8.3f} {row.got:8.3f} {row.count:7d}{mark}")
    return "\n".join(lines)
