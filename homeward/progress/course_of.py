"""What happened to clients besides attendance and tests: events the team told, use told in
check-ins, withdrawal scores, and measures that got worse. Three queries for any number of them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from homeward.core.actors import Actor
from homeward.instruments.models import CheckIn, Response
from homeward.instruments.rules.change import THRESHOLDS, Direction, change_between
from homeward.kernel.purposes import Purpose
from homeward.progress.reaching import local_day
from homeward.progress.review_records import CourseEvent
from homeward.progress.rules.review import ReviewNumbers

READING = Actor.of_service("progress.course")
TOTAL = "total"
WEEK = timedelta(days=7)
WITHDRAWAL = ("ciwa_ar", "cows")
COMPARED = tuple(sorted({name for name, score in THRESHOLDS if score == TOTAL}))
EVENT_OF = {
    "recent_overdose": "overdose",
    "hospital_lately": "hospital_visit",
    "mind_worse": "mind_crisis",
    "unsafe_housing": "unsafe_housing",
}


def course_of(
    episodes: Sequence[Any], on: date, numbers: ReviewNumbers
) -> dict[UUID, dict[str, Any]]:
    """The fields of a standing that these records fill, by episode id."""
    clients = [episode.client_id for episode in episodes]
    since = on - timedelta(days=numbers.event_days)
    told = _events(clients, since, on)
    used = _use_told(clients, on)
    scores = _scores(episodes)
    found = {}
    for episode in episodes:
        events = told.get(episode.client_id, frozenset())
        course = scores.get(episode.pk, {})
        compared, worse = worse_measures(course, on - timedelta(weeks=numbers.weeks))
        found[episode.pk] = {
            **{name: True if code in events else None for name, code in EVENT_OF.items()},
            "withdrawal_signs": True
            if "withdrawal_signs" in events
            else withdrawal_in(course, since, numbers),
            "use_told": len(used.get(episode.client_id, ())),
            "measures_compared": compared,
            "measures_worse": worse,
        }
    return found


def withdrawal_in(
    course: dict[str, list[tuple[date, float]]], since: date, numbers: ReviewNumbers
) -> bool | None:
    """Whether a withdrawal score of these days reaches the program's points; None without one."""
    least = {"ciwa_ar": numbers.ciwa_from, "cows": numbers.cows_from}
    taken = [
        value >= least[name]
        for name in WITHDRAWAL
        for day, value in course.get(name, ())
        if day >= since
    ]
    return any(taken) if taken else None


def worse_measures(
    course: dict[str, list[tuple[date, float]]], since: date
) -> tuple[int, tuple[str, ...]]:
    """How many measures were repeated, and those whose last step was really for the worse."""
    compared, worse = 0, []
    for name in COMPARED:
        taken = course.get(name, ())
        if len(taken) < 2 or taken[-1][0] < since:
            continue
        compared += 1
        change = change_between(taken[-2][1], taken[-1][1], THRESHOLDS[name, TOTAL])
        if change.outcome == Direction.WORSENED:
            worse.append(name)
    return compared, tuple(worse)


def _events(clients: Sequence[UUID], since: date, on: date) -> dict[UUID, frozenset[str]]:
    rows = CourseEvent.objects.for_actor(READING, Purpose.OPERATIONS).filter(
        client_id__in=clients, happened_on__gte=since, happened_on__lte=on
    )
    found: dict[UUID, frozenset[str]] = {}
    for client, code in rows.values_list("client_id", "code"):
        found[client] = found.get(client, frozenset()) | {code}
    return found


def _use_told(clients: Sequence[UUID], on: date) -> dict[UUID, set[date]]:
    rows = CheckIn.objects.for_actor(READING, Purpose.OPERATIONS).filter(
        client_id__in=clients, used=True, is_shared=True, on__gt=on - WEEK, on__lte=on
    )
    found: dict[UUID, set[date]] = {}
    for client, day in rows.order_by().values_list("client_id", "on"):
        found.setdefault(client, set()).add(day)
    return found


def _scores(episodes: Sequence[Any]) -> dict[UUID, dict[str, list[tuple[date, float]]]]:
    """Totals handed in since admission, oldest first; the admission day's own withdrawal score is
    what the admission rested on and no new sign."""
    by_client = {episode.client_id: episode for episode in episodes}
    rows = Response.objects.for_actor(READING, Purpose.OPERATIONS).filter(
        client_id__in=list(by_client), is_handed_in=True, instrument__in=(*COMPARED, *WITHDRAWAL)
    )
    found: dict[UUID, dict[str, list[tuple[date, float]]]] = {}
    wanted = rows.order_by("answered_at", "pk").values(
        "client_id", "instrument", "scores", "answered_at"
    )
    for row in wanted:
        episode = by_client[row["client_id"]]
        day = local_day(row["answered_at"], episode.site.time_zone)
        value = row["scores"].get(TOTAL, {}).get("value")
        is_before = row["instrument"] in WITHDRAWAL and day <= episode.admitted_on
        if value is None or is_before:
            continue
        found.setdefault(episode.pk, {}).setdefault(row["instrument"], []).append((day, value))
    return found
