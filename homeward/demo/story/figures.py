"""How well a story keeps to the population file: one row per published figure, wanted beside simulated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from statistics import mean, median

from .answers import score
from .events import (
    Admitted,
    AssessmentKept,
    Attended,
    Discharged,
    FollowUpDone,
    InquiryTaken,
    InstrumentAnswered,
    TestEnded,
    TestResulted,
)
from .population import by_week, population
from .profiles import Profile
from .simulation import Story

USE, RISK, PROTECTIVE = (
    ("4", "5", "6"),
    ("1", "2", "3", "8", "11", "15"),
    ("9", "10", "12", "13", "14", "16"),
)
REASON_OF = {
    "left_against_advice": "dropped_out",
    "lost_to_contact": "dropped_out",
    "administrative": "terminated",
    "incarcerated": "other",
    "moved": "other",
    "medical": "other",
    "deceased": "other",
}
LONGEST = timedelta(days=330)


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


class Tally:
    """Counts over one or more stories."""

    def __init__(self) -> None:
        self.shares: dict[str, Counter[str]] = defaultdict(Counter)
        self.numbers: dict[str, list[float]] = defaultdict(list)

    def add(self, story: Story) -> None:
        """Count one story. Ends and stays only of those admitted long enough ago to have left."""
        people = {profile.key: profile for profile in story.people}
        admitted = {event.person: event for event in story.events if isinstance(event, Admitted)}
        called: dict[str, InquiryTaken] = {}
        assessed: dict[str, AssessmentKept] = {}
        settled = story.today - timedelta(days=60)
        for event in story.events:
            if isinstance(event, InquiryTaken):
                called[event.person] = event
            elif isinstance(event, AssessmentKept):
                assessed.setdefault(event.person, event)
            elif isinstance(event, Discharged):
                self._leave(story, event, admitted[event.person], people[event.person])
            elif isinstance(event, Attended):
                self._attend(event)
            elif isinstance(event, TestResulted | TestEnded):
                self._test(event, admitted[event.person])
            elif isinstance(event, InstrumentAnswered):
                self._answer(event)
            elif isinstance(event, FollowUpDone):
                self.shares[f"follow-up {event.month}"][event.outcome] += 1
        for key, inquiry in called.items():
            if inquiry.at.date() >= settled:
                continue
            self.shares["call to assessment"]["kept" if key in assessed else "lost"] += 1
            if key in assessed:
                self.shares["assessment to start"]["started" if key in admitted else "lost"] += 1
                self.numbers["days call to assessment"].append(
                    (assessed[key].started_at.date() - inquiry.at.date()).days
                )
            if key in admitted:
                self.numbers["days assessment to start"].append(
                    (admitted[key].at.date() - assessed[key].started_at.date()).days
                )
        for key in admitted:
            self._mix(people[key])
        for profile in story.people:
            for name in ("referral", "payer", "substance", "employment", "living", "sex"):
                self.shares[f"called: {name}"][getattr(profile, name)] += 1
        self.numbers["in care today"].append(
            len(admitted) - sum(isinstance(event, Discharged) for event in story.events)
        )

    def _mix(self, profile: Profile) -> None:
        for name in ("past_month", "education", "co_occurring"):
            self.shares[f"admitted: {name}"][str(getattr(profile, name))] += 1

    def _leave(
        self, story: Story, event: Discharged, admission: Admitted, profile: Profile
    ) -> None:
        if admission.at.date() > story.today - LONGEST:
            return
        reason = REASON_OF.get(event.kind, event.kind)
        stay = (event.last_contact_on - admission.at.date()).days
        self.shares["reason"][reason] += 1
        self.shares["left before day 30"]["yes" if stay < 30 else "no"] += 1
        self.numbers[f"stay {reason}"].append(stay)
        self.numbers["stay all"].append(stay)
        if reason in ("dropped_out", "terminated", "other"):
            self.shares["unplanned week"][str(min(stay // 7, 99))] += 1
        else:
            self.shares["planned week"][str(min(stay // 7, 99))] += 1
        done = "completed" if reason == "completed" else "not"
        for name in ("education", "substance", "living", "referral"):
            self.shares[f"completion by {name} {getattr(profile, name)}"][done] += 1
        working = "working" if profile.employment in ("full", "part") else "not working"
        self.shares[f"completion by work {working}"][done] += 1

    def _attend(self, event: Attended) -> None:
        came = (
            "came"
            if event.punches
            else (
                "told"
                if event.state in ("excused", "cancelled_client", "cancelled_program")
                else "no_show"
            )
        )
        if "@" in event.session:
            self.shares["group sessions"][came] += 1
            self.shares["Mondays" if event.at.weekday() == 0 else "other days"][came] += 1

    def _test(self, event: TestResulted | TestEnded, admission: Admitted) -> None:
        week = (event.at.date() - admission.at.date()).days // 7
        group = (
            "1-2"
            if week < 2
            else "3-4"
            if week < 4
            else "5-8"
            if week < 8
            else "9-12"
            if week < 12
            else "13+"
        )
        if isinstance(event, TestEnded):
            self.shares["tests"][
                "missed" if event.state in ("missed", "refused") else "cancelled"
            ] += 1
            return
        values = [result.value for result in event.results]
        if event.method == "definitive":
            self.shares["laboratory"]["confirmed" if "positive" in values else "not"] += 1
            return
        self.shares["tests"]["provided"] += 1
        self.shares["specimen"][event.specimen] += 1
        self.shares[f"tests {group}"][
            "positive" if "presumptive_positive" in values else "negative"
        ] += 1

    def _answer(self, event: InstrumentAnswered) -> None:
        if event.instrument == "bam_iop" and event.week in (0, 4, 8):
            for name, summed in (("use", USE), ("risk", RISK), ("protective", PROTECTIVE)):
                self.numbers[f"BAM {name} week {event.week}"].append(score(event.answers, summed))
        elif event.instrument in ("phq9", "gad7") and event.week in (0, 8):
            items = tuple(str(item) for item in range(1, 10 if event.instrument == "phq9" else 8))
            self.numbers[f"{event.instrument} week {event.week}"].append(
                score(event.answers, items)
            )


def rows(tally: Tally) -> list[Row]:
    """Every figure with what the population file wants."""
    facts = population()
    out: list[Row] = []

    def share(
        group: str, code: str, wanted: float, within: float | None = None, label: str = ""
    ) -> None:
        counts = tally.shares[group]
        total = sum(counts.values())
        out.append(
            Row(
                label or f"{group}: {code}",
                wanted,
                counts[code] / total if total else 0.0,
                total,
                within,
            )
        )

    def middle(name: str, wanted: float, within: float | None, of: object = median) -> None:
        values = tally.numbers[name]
        got = (median(values) if of is median else mean(values)) if values else 0.0
        out.append(Row(name, wanted, got, len(values), within))

    middle("in care today", facts["census"]["active_target"], 8, mean)
    share("call to assessment", "lost", facts["funnel"]["call_to_assessment_lost"], 0.03)
    share("assessment to start", "lost", facts["funnel"]["assessment_to_start_lost"], 0.03)
    middle("days call to assessment", facts["funnel"]["wait_call_median_days"], 1.5)
    middle("days assessment to start", facts["funnel"]["wait_start_median_days"], 1.5)
    for reason, wanted in facts["discharge"]["share"].items():
        share("reason", reason, wanted, 0.03)
    for reason, wanted in facts["discharge"]["median_days"].items():
        middle(f"stay {reason}", wanted, 5)
    middle("stay all", 41, 5)
    share("left before day 30", "yes", facts["funnel"]["left_before_day30"])
    out += _hazards(tally, facts["unplanned_hazard"]["weekly"])
    for name in ("referral", "payer", "substance", "employment", "living", "sex"):
        weights = facts["profile"][name]
        for code, weight in weights.items():
            share(f"called: {name}", code, weight / sum(weights.values()), 0.03)
    for code, weight in facts["profile"]["past_month_use"].items():
        share("admitted: past_month", code, weight / 100)
    for code, wanted in facts["education"]["completion"].items():
        share(f"completion by education {code}", "completed", wanted)
    for group in (
        "living homeless",
        "living independent",
        "referral criminal_justice",
        "referral self",
        "work working",
        "work not working",
        "substance alcohol",
        "substance heroin",
        "substance methamphetamine",
    ):
        share(f"completion by {group}", "completed", 0.377)
    share("group sessions", "came", 0.68, 0.08, "group sessions attended (60-75 %)")
    share("group sessions", "no_show", 0.25, 0.06, "group sessions no-show (20-30 %)")
    share("Mondays", "came", 0.63, None, "Mondays attended")
    share("other days", "came", 0.68, None, "other days attended")
    for group, wanted in (("1-2", 0.30), ("3-4", 0.22), ("5-8", 0.15), ("9-12", 0.10)):
        share(
            f"tests {group}", "positive", wanted, 0.04, f"tests positive of provided, weeks {group}"
        )
    share("tests", "missed", 0.15, 0.05, "tests missed or refused (10-20 %)")
    share("laboratory", "confirmed", facts["drug_tests"]["confirmed"], 0.04)
    for name in ("use", "risk", "protective"):
        for week in (0, 4, 8):
            middle(
                f"BAM {name} week {week}",
                by_week(facts["bam"]["weeks"], facts["bam"][name], week),
                1.0,
                mean,
            )
    for name in ("phq9", "gad7"):
        middle(f"{name} week 0", facts["mood"][name][0], 1.2, mean)
        middle(f"{name} week 8", facts["mood"][name][2], 1.2, mean)
    for month, wanted in facts["follow_up"]["reached"].items():
        share(f"follow-up {month}", "reached", wanted)
    return out


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
