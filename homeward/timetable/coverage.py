"""Which topics each client has been planned for and did not miss.

The register of who really came lies in a higher room; it tells here which seats stayed empty.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Max

from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.seating import every

Missed = Callable[[Iterable[UUID]], set[UUID]]
_missed: list[Missed] = []


def knows_missed_seats(provider: Missed) -> Missed:
    """Register a function from episode ids to the ids of seats nobody came to."""
    _missed.append(provider)
    return provider


def heard_by(episode_ids: Iterable[UUID]) -> dict[str, dict[str, int]]:
    """How often each client of these episodes had each topic, by references as text."""
    ids = list(episode_ids)
    missed: set[UUID] = set().union(*(provider(ids) for provider in _missed)) if ids else set()
    heard: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows = every(Seat).filter(
        episode__in=ids,
        released_at=None,
        session__cancelled_at=None,
        session__topic__isnull=False,
    )
    for seat_id, client_id, topic_id in rows.values_list("pk", "client_id", "session__topic_id"):
        if seat_id not in missed:
            heard[str(client_id)][str(topic_id)] += 1
    return heard


def last_had_by_cohort(site_id: UUID) -> dict[tuple[str, str], dict[str, int]]:
    """When each cohort last had each topic, as seconds that rise, by (track, cohort)."""
    last: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    rows = (
        GroupSession.objects.filter(
            site_id=site_id, cancelled_at=None, topic__isnull=False, group__isnull=False
        )
        .order_by()
        .values_list("group__track_id", "group__cohort", "topic_id")
        .annotate(latest=Max("starts_at"))
    )
    for track_id, cohort, topic_id, latest in rows:
        last[str(track_id), cohort][str(topic_id)] = int(latest.timestamp())
    return last
