"""What attendance, tests, measures and notes say when a plan is reviewed, each with its source.

Read in the reviewer's own scope: what they may not see is not in the review they sign.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME, NOT_EXPECTED
from homeward.core.actors import Actor
from homeward.drugtests.models import DrugTest
from homeward.drugtests.rules.reading import POSITIVE, counted
from homeward.instruments.library import instrument
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Evidence, Reason, Source, State
from homeward.notes.models import ClientNote
from homeward.program.queries import numbers_for
from homeward.progress.rules.review import SIGNALS

RECORD = Source("the_record", "The client's record", "norm")
ATTENDANCE = "review_stepdown_attendance_percent"
PRESUMPTIVE = DrugTest.Outcome.PRESUMPTIVE
FOUND = (*POSITIVE, "negative", "unexpected", "invalid")
MOST_NAMED = 8
TOTAL = "total"


def lines_of(actor: Actor, episode: Any, first: date, last: date) -> Iterator[Reason]:
    """Attendance, tests, measures and notes from `first` to `last`, both counted."""
    yield from attendance_lines(actor, episode, first, last)
    yield from test_lines(actor, episode, first, last)
    yield from _measures(actor, episode, first, last)
    yield from _notes(actor, episode, first, last)


def attendance_lines(actor: Actor, episode: Any, first: date, last: date) -> Iterator[Reason]:
    """Sessions kept of those expected, in one line."""
    rows = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode_id=episode.pk, on__range=(first, last)
    )
    marks = list(rows.exclude(state__in=NOT_EXPECTED).order_by("on"))
    if not marks:
        return
    came = sum(mark.state in CAME for mark in marks)
    percent = 100 * came // len(marks)
    number = numbers_for(episode.program_id, last)[ATTENDANCE]
    yield Reason(
        "record_attendance",
        State.MET if percent >= int(number) else State.NOT_MET,
        (Evidence("chart_schedule", str(episode.client_id), _("The register")),),
        number.source,
        {
            "came": came,
            "expected": len(marks),
            "percent": percent,
            "needed": int(number),
            "hours": round(sum(mark.credited_minutes for mark in marks) / 60, 1),
        },
    )


def test_lines(actor: Actor, episode: Any, first: date, last: date) -> Iterator[Reason]:
    """Tests with a result and those missed, in one line; beside it those not confirmed."""
    zone = ZoneInfo(episode.site.time_zone)
    rows = DrugTest.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode_id=episode.pk,
        ordered_at__date__range=(first - timedelta(days=1), last + timedelta(days=1)),
    )
    tests = [
        (row, (row.collected_at or row.ordered_at).astimezone(zone).date())
        for row in rows.order_by("ordered_at")
    ]
    here = [(row, day) for row, day in tests if first <= day <= last]
    named = [(row, day) for row, day in here if row.outcome in FOUND]
    said = counted((row.outcome, row.specimen, row.state) for row, _day in here)
    if not named and not said.missed:
        return
    yield Reason(
        "record_tests",
        State.NOT_MET if said.positive else (State.MET if said.negative else State.UNKNOWN),
        tuple(
            Evidence("drug_test", str(row.pk), date_format(day, "j M"))
            for row, day in named[-MOST_NAMED:]
        ),
        SIGNALS,
        {
            "negative": said.negative,
            "positive": said.positive,
            "missed": said.missed,
        },
    )
    if first_readings := [(row, day) for row, day in here if row.outcome == PRESUMPTIVE]:
        yield Reason(
            "tests_not_confirmed", State.UNKNOWN,
            tuple(
                Evidence("drug_test", str(row.pk), date_format(day, "j M"))
                for row, day in first_readings[-MOST_NAMED:]
            ),
            SIGNALS, {"count": len(first_readings)},
        )  # fmt: skip
    if said.dilute or said.unreadable:
        yield Reason(
            "tests_say_nothing", State.UNKNOWN, (), SIGNALS,
            {"dilute": said.dilute, "unreadable": said.unreadable},
        )  # fmt: skip


def _measures(actor: Actor, episode: Any, first: date, last: date) -> Iterator[Reason]:
    zone = ZoneInfo(episode.site.time_zone)
    rows = Response.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=episode.client_id, is_handed_in=True,
        answered_at__date__gte=episode.admitted_on - timedelta(days=30),
    )  # fmt: skip
    course: dict[str, list[Response]] = {}
    for row in rows.defer("answers").order_by("answered_at"):
        if row.scores.get(TOTAL, {}).get("value") is not None:
            course.setdefault(row.instrument, []).append(row)
    for name, answered in course.items():
        newest = answered[-1]
        if not first <= newest.answered_at.astimezone(zone).date() <= last:
            continue
        shown = (answered[0], newest) if len(answered) > 1 else (newest,)
        yield Reason(
            "record_measure" if len(shown) > 1 else "record_measure_once",
            State.UNKNOWN,
            tuple(
                Evidence(
                    "instrument_result", str(row.pk),
                    date_format(row.answered_at.astimezone(zone), "j M"),
                )
                for row in shown
            ),
            RECORD,
            {
                "name": instrument(name).title,
                "before": f"{shown[0].scores[TOTAL]['value']:g}",
                "now": f"{newest.scores[TOTAL]['value']:g}",
            },
        )  # fmt: skip


def _notes(actor: Actor, episode: Any, first: date, last: date) -> Iterator[Reason]:
    rows = ClientNote.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode_id=episode.pk, on__range=(first, last), signed_at__isnull=False
    )
    found: Counter[str] = Counter()
    for row in rows.order_by().values("progress").annotate(times=Count("pk")):
        found[row["progress"]] += row["times"]
    if not found:
        return
    ahead = found["some_progress"] + found["met"]
    yield Reason(
        "record_notes",
        State.MET if ahead > found["setback"] + found["no_change"] else State.NOT_MET,
        (Evidence("chart_notes", str(episode.client_id), _("The notes")),),
        RECORD,
        {"notes": found.total(), "progress": ahead, "setback": found["setback"]},
    )
