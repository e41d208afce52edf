"""The program's own week for each phase and track, as its standing groups say it.

A cohort is a set of seats that share a week. Where several serve a phase in a track, the leanest
one that reaches the phase's minutes speaks for all; without one, the fullest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from homeward.program.models import SessionType
from homeward.timetable.models import TherapyGroup
from homeward.timetable.rules.need import MixLine

# Family evenings and meetings are for their own purpose and not part of a phase's week.
BESIDE = frozenset({SessionType.Kind.FAMILY, SessionType.Kind.MUTUAL_HELP, "multi_family"})
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Mixes:
    """Lines by (track, phase) and by (cohort, phase), and the class of each phase.

    Phases that share a cohort share groups and a class; classes count from 1 in the order of the
    program.
    """

    lines: Mapping[tuple[UUID, UUID], tuple[MixLine, ...]]
    of_cohort: Mapping[tuple[str, UUID], tuple[MixLine, ...]]
    classes: Mapping[UUID, int]
    speaks: Mapping[tuple[UUID, UUID], str]
    days: Mapping[str, Mapping[int, tuple[str, ...]]]

    def lines_for(self, track_id: UUID, phase_id: UUID, cohort: str) -> tuple[MixLine, ...]:
        """The week of one's own cohort where it serves the phase, else of the track."""
        own = self.of_cohort.get((cohort, phase_id))
        return own or self.lines.get((track_id, phase_id), ())

    def on(
        self, track_id: UUID, phase_id: UUID, cohort: str, weekdays: Iterable[int]
    ) -> tuple[tuple[str, ...], ...]:
        """The kinds that such a week holds on each of these weekdays, Monday 0; empty days out."""
        if not self.of_cohort.get((cohort, phase_id)):
            cohort = self.speaks.get((track_id, phase_id), "")
        held = self.days.get(cohort, {})
        return tuple(held[day] for day in weekdays if held.get(day))


def standing_groups(program_id: UUID, site_id: UUID, monday: date) -> list[TherapyGroup]:
    """The groups that recur in a week, with kind of session and phases; two queries."""
    return list(
        TherapyGroup.objects.filter(
            Q(ends_on=None) | Q(ends_on__gt=monday),
            program_id=program_id, site_id=site_id, starts_on__lt=monday + WEEK, is_drafted=False,
        ).select_related("session_type").prefetch_related("phases").order_by("code")
    )  # fmt: skip


def mixes_of(groups: Iterable[TherapyGroup], phases: Iterable[object]) -> Mixes:
    """The mixes and classes that these groups make; `phases` are all of the program's."""
    ordered = sorted(phases, key=lambda phase: phase.position)  # type: ignore[attr-defined]
    needed = {phase.pk: phase.weekly_minutes for phase in ordered}  # type: ignore[attr-defined]
    cohorts: dict[tuple[UUID, str], list[TherapyGroup]] = defaultdict(list)
    for group in groups:
        if group.track_id and group.session_type.kind not in BESIDE:
            cohorts[group.track_id, group.cohort or group.code].append(group)
    offered: dict[tuple[UUID, UUID], list[tuple[int, str, tuple[MixLine, ...]]]] = defaultdict(list)
    together: list[set[UUID]] = []
    of_cohort: dict[tuple[str, UUID], tuple[MixLine, ...]] = {}
    days: dict[str, Mapping[int, tuple[str, ...]]] = {}
    for (track_id, code), held in sorted(cohorts.items(), key=lambda item: str(item[0])):
        lines = _lines(held)
        days[code] = _days(held)
        minutes = sum(line.minutes * line.times for line in lines)
        served = {phase.pk for group in held for phase in group.phases.all()} or set(needed)
        together.append(served)
        for phase_id in served:
            offered[track_id, phase_id].append((minutes, code, lines))
            of_cohort[code, phase_id] = lines
    chosen = {
        key: _leanest(choices, needed.get(key[1], 0))
        for key, choices in sorted(offered.items(), key=lambda item: str(item[0]))
    }
    found = {key: lines for key, (_minutes, _code, lines) in chosen.items()}
    speaks = {key: code for key, (_minutes, code, _lines) in chosen.items()}
    classes = _classes([phase.pk for phase in ordered], together)  # type: ignore[attr-defined]
    return Mixes(found, of_cohort, classes, speaks, days)


def _lines(held: list[TherapyGroup]) -> tuple[MixLine, ...]:
    times = Counter(group.session_type.code for group in held)
    kinds = {group.session_type.code: group.session_type for group in held}
    return tuple(
        MixLine(code, kinds[code].kind, kinds[code].clinical_minutes, number)
        for code, number in sorted(times.items())
    )


def _days(held: list[TherapyGroup]) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for group in sorted(held, key=lambda each: (each.weekday, each.starts, each.code)):
        found[group.weekday] = (*found.get(group.weekday, ()), group.session_type.code)
    return found


def _leanest(
    choices: list[tuple[int, str, tuple[MixLine, ...]]], needed: int
) -> tuple[int, str, tuple[MixLine, ...]]:
    enough = [each for each in choices if each[0] >= needed]
    return min(enough) if enough else max(choices, key=lambda each: (each[0], each[1]))


def _classes(ordered: list[UUID], together: list[set[UUID]]) -> dict[UUID, int]:
    """Join phases that share a cohort, then number the classes by their earliest phase."""
    merged: list[set[UUID]] = []
    for served in together:
        joined = set(served)
        for other in [each for each in merged if each & joined]:
            merged.remove(other)
            joined |= other
        merged.append(joined)
    found: dict[UUID, int] = {}
    number = 0
    for phase_id in ordered:
        if phase_id in found:
            continue
        number += 1
        own = next((each for each in merged if phase_id in each), {phase_id})
        found.update(dict.fromkeys(own & set(ordered), number))
    return found
